-- What is billed, and the daily figures of the calls: rollups, which can be dropped and built again.

create table roofing.billing_usage (
    id         bigint generated always as identity primary key,
    user_id    bigint  references roofing.users (id) on delete set null,
    day        date    not null default engine.now()::date,
    metric     text    not null,
    quantity   double precision not null default 0.0 check (quantity >= 0),
    cost_usd   numeric not null default 0.0,
    details    jsonb,
    created_at timestamptz default engine.now(),
    updated_at timestamptz default engine.now(),
    constraint billing_usage_user_id unique (user_id, day, metric)
);
create index billing_usage_day on roofing.billing_usage (day);
create index billing_usage_metric on roofing.billing_usage (metric);
comment on table roofing.billing_usage is 'Tracks all billable usage.';
comment on column roofing.billing_usage.day is 'Day in the account''s zone';
comment on column roofing.billing_usage.metric is 'voice_minutes, sms_messages, emails_sent';
create trigger billing_usage_touch before update on roofing.billing_usage
    for each row execute function roofing.touch_updated_at();

create table roofing.voice_metrics_daily (
    day                        date    not null,
    user_id                    bigint  not null references roofing.users (id) on delete cascade,
    calls                      integer default 0 check (calls >= 0),
    connects                   integer default 0 check (connects >= 0),
    avg_duration_s             integer default 0,
    bookings                   integer default 0 check (bookings >= 0),
    booking_rate               double precision default 0.0,
    first_minute_latency_ms    integer default 0,
    avg_first_audio_latency_ms integer default 0,
    p95_latency_ms             integer default 0,
    asr_wer                    double precision default 0.0,
    avg_confidence_score       double precision default 0.0,
    barge_in_rate              double precision default 0.0,
    outcome_scheduled          integer default 0 check (outcome_scheduled >= 0),
    outcome_callback           integer default 0 check (outcome_callback >= 0),
    outcome_no_answer          integer default 0 check (outcome_no_answer >= 0),
    outcome_opt_out            integer default 0 check (outcome_opt_out >= 0),
    outcome_failed             integer default 0 check (outcome_failed >= 0),
    created_at                 timestamptz default engine.now(),
    updated_at                 timestamptz default engine.now(),
    outcome_rejected           integer default 0 check (outcome_rejected >= 0),
    primary key (day, user_id)
);
create index voice_metrics_daily_user_id on roofing.voice_metrics_daily (user_id);
comment on table roofing.voice_metrics_daily is 'Daily aggregated voice metrics per user.';
comment on column roofing.voice_metrics_daily.day is 'Day in the account''s zone';
comment on column roofing.voice_metrics_daily.connects is 'Calls that a human answered';
comment on column roofing.voice_metrics_daily.booking_rate is 'Bookings by connects';
comment on column roofing.voice_metrics_daily.asr_wer is 'Word Error Rate';
comment on column roofing.voice_metrics_daily.outcome_rejected is
    'ringback: calls that were rejected; without it the outcomes don''t add up to the calls that ended';
create trigger voice_metrics_daily_touch before update on roofing.voice_metrics_daily
    for each row execute function roofing.touch_updated_at();

alter table roofing.billing_usage enable row level security;
create policy billing_usage_own_select on roofing.billing_usage for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
alter table roofing.voice_metrics_daily enable row level security;
create policy voice_metrics_daily_own_select on roofing.voice_metrics_daily for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));

grant select on roofing.billing_usage, roofing.voice_metrics_daily to authenticated;
grant select, insert, update, delete on roofing.billing_usage, roofing.voice_metrics_daily to service_role;
