-- What contractors answer, how silence is followed up, and what it all says about a contractor.

create table bids.contractor_responses (
    id               uuid primary key default gen_random_uuid(),
    contractor_id    uuid references bids.contractor_leads (id) on delete cascade,
    bid_card_id      uuid references bids.bid_cards (id) on delete cascade,
    response_type    text,
    response_channel text,
    message          text not null,
    sentiment        text check (sentiment in ('positive', 'negative', 'neutral')),
    interest_level   integer check (interest_level between 1 and 10),
    is_hot_lead      boolean not null default false,
    hot_lead_score   numeric check (hot_lead_score between 0 and 100),
    hot_lead_reasons jsonb default '[]'::jsonb,
    received_at      timestamptz not null default engine.now(),
    processed_at     timestamptz,
    created_at       timestamptz not null default engine.now()
);
create index idx_contractor_responses_hot_lead on bids.contractor_responses (is_hot_lead);
create index contractor_responses_card on bids.contractor_responses (bid_card_id, received_at desc);
create index contractor_responses_contractor on bids.contractor_responses (contractor_id, received_at desc);
create index contractor_responses_unprocessed on bids.contractor_responses (received_at) where processed_at is null;
comment on table bids.contractor_responses is 'Response monitoring data';
comment on column bids.contractor_responses.contractor_id is 'A contractor lead, as in all outreach tables';
comment on column bids.contractor_responses.message is 'Response content';
comment on column bids.contractor_responses.sentiment is 'positive/negative/neutral';
comment on column bids.contractor_responses.interest_level is '1-10 scale';
comment on column bids.contractor_responses.is_hot_lead is 'Never reverts: somebody has been told';
comment on column bids.contractor_responses.hot_lead_reasons is 'AI analysis results';

create function bids.keep_hot() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.is_hot_lead := true;
    return new;
end
$$;
create trigger contractor_responses_keep_hot before update on bids.contractor_responses
    for each row when (old.is_hot_lead and new.is_hot_lead is not true) execute function bids.keep_hot();

create table bids.followup_attempts (
    id                   uuid primary key default gen_random_uuid(),
    contractor_id        uuid not null references bids.contractor_leads (id) on delete cascade,
    bid_card_id          uuid not null references bids.bid_cards (id) on delete cascade,
    attempt_number       integer not null check (attempt_number between 1 and 3),
    channel              text check (channel in ('email', 'sms', 'phone')),
    message              text,
    status               text check (status in ('sent', 'delivered', 'failed')),
    sent_at              timestamptz,
    delivered_at         timestamptz,
    failed_at            timestamptz,
    got_response         boolean not null default false,
    response_received_at timestamptz,
    created_at           timestamptz not null default engine.now(),
    constraint followup_attempts_number unique (contractor_id, bid_card_id, attempt_number)
);
create index followup_attempts_card on bids.followup_attempts (bid_card_id, created_at desc);
create index followup_attempts_unanswered on bids.followup_attempts (attempt_number, created_at) where got_response = false;
comment on table bids.followup_attempts is 'Follow-up tracking; at most three per contractor and card';
comment on column bids.followup_attempts.contractor_id is 'A contractor lead, as in all outreach tables';
comment on column bids.followup_attempts.attempt_number is '1st, 2nd, 3rd attempt';
comment on column bids.followup_attempts.channel is 'email/sms/phone';
comment on column bids.followup_attempts.message is 'Follow-up content';
comment on column bids.followup_attempts.status is 'sent/delivered/failed';

-- No foreign keys: the trail outlives what it is about.
create table bids.followup_logs (
    id            uuid primary key default gen_random_uuid(),
    log_type      text check (log_type in ('info', 'warning', 'error')),
    contractor_id uuid,
    bid_card_id   uuid,
    message       text not null,
    details       jsonb default '{}'::jsonb,
    is_error      boolean not null default false,
    error_code    text,
    created_at    timestamptz not null default engine.now()
);
create index followup_logs_contractor on bids.followup_logs (contractor_id, created_at desc);
create index followup_logs_card on bids.followup_logs (bid_card_id, created_at desc);
create index followup_logs_errors on bids.followup_logs (created_at desc) where is_error;
comment on table bids.followup_logs is 'Automation audit trail';
comment on column bids.followup_logs.log_type is 'info/warning/error';
comment on column bids.followup_logs.contractor_id is 'Related contractor';
comment on column bids.followup_logs.bid_card_id is 'Related bid card';
comment on column bids.followup_logs.message is 'Log message';
comment on column bids.followup_logs.details is 'Additional context';
create trigger followup_logs_append_only before update or delete on bids.followup_logs
    for each row execute function engine.refuse_rewrite();

create table bids.contractor_engagement_summary (
    contractor_lead_id        uuid primary key references bids.contractor_leads (id) on delete cascade,
    first_contacted_at        timestamptz,
    last_contacted_at         timestamptz,
    last_responded_at         timestamptz,
    total_outreach_count      integer not null default 0 check (total_outreach_count >= 0),
    email_sent_count          integer not null default 0 check (email_sent_count >= 0),
    sms_sent_count            integer not null default 0 check (sms_sent_count >= 0),
    email_opened_count        integer not null default 0 check (email_opened_count >= 0),
    email_clicked_count       integer not null default 0 check (email_clicked_count >= 0),
    total_responses           integer not null default 0 check (total_responses >= 0),
    positive_responses        integer not null default 0 check (positive_responses >= 0),
    negative_responses        integer not null default 0 check (negative_responses >= 0),
    engagement_score          numeric check (engagement_score between 0 and 100),
    responsiveness_score      numeric check (responsiveness_score between 0 and 100),
    preferred_contact_channel bids.outreach_channel,
    opt_out_email             boolean not null default false,
    opt_out_sms               boolean not null default false,
    opt_out_all               boolean not null default false,
    cost_per_response_cents   integer check (cost_per_response_cents >= 0),
    created_at                timestamptz not null default engine.now(),
    updated_at                timestamptz not null default engine.now()
);
create index engagement_summary_last_contacted on bids.contractor_engagement_summary (last_contacted_at);
comment on table bids.contractor_engagement_summary is 'Metrics aggregation per contractor lead; rolled up, but for opt-outs and a stated channel';
comment on column bids.contractor_engagement_summary.engagement_score is '0 to 100; null without anything sent in 365 days';
comment on column bids.contractor_engagement_summary.responsiveness_score is '0 to 100; null without an answer';
comment on column bids.contractor_engagement_summary.cost_per_response_cents is 'Cost by answers; null without answers';
create trigger contractor_engagement_summary_stamp before update on bids.contractor_engagement_summary
    for each row execute function bids.stamp_updated_at();

alter table bids.contractor_responses enable row level security;
alter table bids.followup_attempts enable row level security;
alter table bids.followup_logs enable row level security;
alter table bids.contractor_engagement_summary enable row level security;
