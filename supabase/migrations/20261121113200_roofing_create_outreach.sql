-- What is done about scored properties: campaigns of calls, texts, tasks and reports. The document names these tables without
-- columns; the columns are ours.

create table roofing.contractors (
    id                   uuid    primary key default gen_random_uuid(),
    name                 text    not null,
    license_number       text    unique,
    phone                text,
    email                text,
    website              text,
    city                 text,
    state                text,
    zip_code             text,
    specialties          text[]  not null default '{}',
    service_radius_miles integer check (service_radius_miles > 0),
    is_active            boolean not null default true,
    created_at           timestamptz not null default engine.now(),
    updated_at           timestamptz not null default engine.now()
);
create index contractors_city_state on roofing.contractors (city, state);
comment on table roofing.contractors is 'ringback: roofers whom calls and reports are made for; shared reference data';

create table roofing.call_campaigns (
    id                uuid    primary key default gen_random_uuid(),
    user_id           bigint  not null references roofing.users (id) on delete cascade,
    contractor_id     uuid    references roofing.contractors (id) on delete set null,
    cluster_id        uuid    references roofing.contagion_clusters (id) on delete set null,
    name              text    not null,
    status            text    not null default 'draft' check (status in ('draft', 'active', 'paused', 'completed', 'cancelled')),
    min_urgency_score integer not null default 60 check (min_urgency_score between 0 and 100),
    max_calls         integer check (max_calls > 0),
    ai_instructions   text,
    starts_at         timestamptz,
    started_at        timestamptz,
    completed_at      timestamptz,
    created_at        timestamptz not null default engine.now(),
    updated_at        timestamptz not null default engine.now()
);
create index call_campaigns_user_id on roofing.call_campaigns (user_id);
create index call_campaigns_contractor_id on roofing.call_campaigns (contractor_id);
create index call_campaigns_cluster_id on roofing.call_campaigns (cluster_id);
comment on table roofing.call_campaigns is 'ringback: plans AI calls over the properties of a cluster';

create table roofing.ai_calls (
    id                  uuid    primary key default gen_random_uuid(),
    user_id             bigint  not null references roofing.users (id) on delete cascade,
    call_campaign_id    uuid    references roofing.call_campaigns (id) on delete set null,
    property_id         uuid    not null references roofing.properties (id) on delete cascade,
    contractor_id       uuid    references roofing.contractors (id) on delete set null,
    voice_call_id       text    references roofing.voice_calls (id) on delete set null,
    status              text    not null default 'planned' check (status in (
                                'planned', 'calling', 'completed', 'no_answer', 'busy', 'voicemail', 'failed', 'skipped', 'cancelled')),
    reason              text,
    scheduled_at        timestamptz,
    attempts            integer not null default 0 check (attempts >= 0),
    to_number           text,
    to_number_encrypted text,
    to_number_hash      text,
    outcome             text,
    created_at          timestamptz not null default engine.now(),
    updated_at          timestamptz not null default engine.now(),
    constraint ai_calls_call_campaign_id unique (call_campaign_id, property_id)
);
create index ai_calls_user_id on roofing.ai_calls (user_id);
create index ai_calls_property_id on roofing.ai_calls (property_id);
create index ai_calls_contractor_id on roofing.ai_calls (contractor_id);
create index ai_calls_voice_call_id on roofing.ai_calls (voice_call_id);
create index ai_calls_scheduled_at on roofing.ai_calls (scheduled_at) where scheduled_at is not null;
comment on table roofing.ai_calls is 'ringback: a property that a campaign calls, once per campaign; the call itself is in voice_calls';

create table roofing.scheduled_sms (
    id                  uuid    primary key default gen_random_uuid(),
    user_id             bigint  not null references roofing.users (id) on delete cascade,
    property_id         uuid    references roofing.properties (id) on delete cascade,
    lead_id             bigint  references roofing.leads (id) on delete cascade,
    to_number           text,
    to_number_encrypted text,
    to_number_hash      text,
    body                text    not null,
    send_at             timestamptz,
    status              text    not null default 'scheduled' check (status in ('scheduled', 'sent', 'skipped', 'failed', 'cancelled')),
    reason              text,
    sent_at             timestamptz,
    created_at          timestamptz not null default engine.now(),
    updated_at          timestamptz not null default engine.now(),
    constraint scheduled_sms_somebody check (num_nonnulls(property_id, lead_id) >= 1)
);
create index scheduled_sms_user_id on roofing.scheduled_sms (user_id);
create index scheduled_sms_property_id on roofing.scheduled_sms (property_id);
create index scheduled_sms_lead_id on roofing.scheduled_sms (lead_id);
create index scheduled_sms_status on roofing.scheduled_sms (status);
create index scheduled_sms_send_at on roofing.scheduled_sms (send_at) where send_at is not null;
comment on table roofing.scheduled_sms is 'ringback: a text to a property''s owner or a lead; send_at is a due column';

create table roofing.follow_up_tasks (
    id           uuid    primary key default gen_random_uuid(),
    user_id      bigint  not null references roofing.users (id) on delete cascade,
    property_id  uuid    references roofing.properties (id) on delete cascade,
    lead_id      bigint  references roofing.leads (id) on delete cascade,
    title        text    not null,
    notes        text,
    due_at       timestamptz,
    status       text    not null default 'open' check (status in ('open', 'done', 'cancelled')),
    completed_at timestamptz,
    created_at   timestamptz not null default engine.now(),
    updated_at   timestamptz not null default engine.now(),
    constraint follow_up_tasks_lead_id unique (lead_id, due_at)
);
create index follow_up_tasks_user_id on roofing.follow_up_tasks (user_id);
create index follow_up_tasks_property_id on roofing.follow_up_tasks (property_id);
create index follow_up_tasks_due_at on roofing.follow_up_tasks (due_at) where due_at is not null;
comment on table roofing.follow_up_tasks is
    'ringback: something a person is to do; due_at is a due column. A lead''s next_follow_up makes one task';

create table roofing.property_reports (
    id            uuid   primary key default gen_random_uuid(),
    user_id       bigint not null references roofing.users (id) on delete cascade,
    property_id   uuid   not null references roofing.properties (id) on delete cascade,
    contractor_id uuid   references roofing.contractors (id) on delete set null,
    score_id      uuid   references roofing.property_scores (id) on delete set null,
    title         text   not null,
    html          text,
    rendered_at   timestamptz,
    created_at    timestamptz not null default engine.now()
);
create index property_reports_user_id on roofing.property_reports (user_id);
create index property_reports_property_id on roofing.property_reports (property_id);
create index property_reports_contractor_id on roofing.property_reports (contractor_id);
create index property_reports_score_id on roofing.property_reports (score_id);
comment on table roofing.property_reports is 'ringback: one property''s scores and reasons as HTML, as they were on that day';
