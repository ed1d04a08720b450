-- Appointments that calls brought. One estimator is at one place at a time.

create table roofing.voice_bookings (
    id                text    primary key default gen_random_uuid()::text
                              check (id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    lead_id           bigint  not null references roofing.leads (id) on delete cascade,
    call_id           text    references roofing.voice_calls (id) on delete set null,
    window_start      timestamptz not null,
    window_end        timestamptz not null,
    estimator_id      bigint  references roofing.users (id) on delete set null,
    location          text,
    notes             text,
    booking_type      text    not null default 'inspection' check (booking_type in ('inspection', 'consultation', 'estimate')),
    status            text    not null default 'confirmed' check (status in ('confirmed', 'rescheduled', 'cancelled', 'completed')),
    confirmation_sent boolean default false,
    reminder_sent     boolean default false,
    created_at        timestamptz default engine.now(),
    updated_at        timestamptz default engine.now(),
    user_id           bigint  not null references roofing.users (id) on delete cascade,
    constraint voice_bookings_window check (window_end > window_start),
    constraint voice_bookings_no_overlap exclude using gist (
        estimator_id extensions.gist_int8_ops with operator(pg_catalog.=), tstzrange(window_start, window_end) with &&)
        where (status in ('confirmed', 'rescheduled'))
);
create index voice_bookings_lead_id on roofing.voice_bookings (lead_id);
create index voice_bookings_call_id on roofing.voice_bookings (call_id);
create index voice_bookings_window_start on roofing.voice_bookings (window_start);
create index voice_bookings_status on roofing.voice_bookings (status);
create index voice_bookings_estimator_id on roofing.voice_bookings (estimator_id);
create index voice_bookings_user_id on roofing.voice_bookings (user_id);

comment on table roofing.voice_bookings is 'Appointments scheduled from voice calls.';
comment on column roofing.voice_bookings.booking_type is 'inspection, consultation, estimate';
comment on column roofing.voice_bookings.status is
    'confirmed, rescheduled, cancelled, completed; a rescheduled booking is live at its new window';
comment on column roofing.voice_bookings.user_id is 'ringback: account of the lead, filled by trigger; the policies'' column';
create trigger voice_bookings_touch before update on roofing.voice_bookings
    for each row execute function roofing.touch_updated_at();
create trigger voice_bookings_keep_account before insert or update of user_id, lead_id, call_id on roofing.voice_bookings
    for each row execute function engine.roofing_keep_account('leads', 'lead_id', 'voice_calls', 'call_id');

-- Nobody fills a stranger's calendar: for people the estimator is of the same account.
alter table roofing.voice_bookings enable row level security;
create policy voice_bookings_own_select on roofing.voice_bookings for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy voice_bookings_own_insert on roofing.voice_bookings for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]) and (estimator_id is null or estimator_id = user_id));
create policy voice_bookings_own_update on roofing.voice_bookings for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]) and (estimator_id is null or estimator_id = user_id));

grant select, insert, update, delete on roofing.voice_bookings to service_role;
-- A booking is cancelled, not deleted; that its mails went out is the functions' to say.
grant select,
    insert (id, lead_id, call_id, window_start, window_end, estimator_id, location, notes, booking_type, user_id),
    update (window_start, window_end, estimator_id, location, notes, booking_type, status)
    on roofing.voice_bookings to authenticated;
