-- Outreach: the campaign of a card, whom it covers, how it keeps pace, and each attempt.

create type bids.outreach_channel as enum ('email', 'sms', 'website_form', 'phone');
create type bids.outreach_status as enum ('sent', 'delivered', 'opened', 'clicked', 'responded', 'failed');

create table bids.outreach_campaigns (
    id                   uuid primary key default gen_random_uuid(),
    bid_card_id          uuid references bids.bid_cards (id) on delete cascade,
    name                 text,
    description          text,
    target_criteria      jsonb default '{}'::jsonb,
    max_contractors      integer check (max_contractors > 0),
    scheduled_start      timestamptz,
    actual_start         timestamptz,
    completed_at         timestamptz,
    status               text not null default 'draft' check (status in ('draft', 'active', 'completed', 'paused')),
    contractors_targeted integer not null default 0 check (contractors_targeted >= 0),
    messages_sent        integer not null default 0 check (messages_sent >= 0),
    responses_received   integer not null default 0 check (responses_received >= 0),
    hot_leads_generated  integer not null default 0 check (hot_leads_generated >= 0),
    created_at           timestamptz not null default engine.now(),
    updated_at           timestamptz not null default engine.now()
);
create index outreach_campaigns_card on bids.outreach_campaigns (bid_card_id, created_at desc);
create index outreach_campaigns_status on bids.outreach_campaigns (status, created_at desc);
create index outreach_campaigns_scheduled on bids.outreach_campaigns (scheduled_start) where status = 'draft';
comment on table bids.outreach_campaigns is 'EAA creates and manages';
comment on column bids.outreach_campaigns.target_criteria is 'Contractor selection criteria';
comment on column bids.outreach_campaigns.status is 'draft/active/completed/paused';
comment on column bids.outreach_campaigns.messages_sent is 'Rolled up from contractor_outreach_attempts, as the other counters';
create trigger outreach_campaigns_stamp before update on bids.outreach_campaigns
    for each row execute function bids.stamp_updated_at();

create table bids.campaign_contractors (
    id                 uuid primary key default gen_random_uuid(),
    campaign_id        uuid not null references bids.outreach_campaigns (id) on delete cascade,
    contractor_lead_id uuid not null references bids.contractor_leads (id) on delete cascade,
    tier               bids.lead_source,
    status             text not null default 'selected' check (status in ('selected', 'invited', 'responded', 'dropped')),
    reason             text,
    created_at         timestamptz not null default engine.now(),
    updated_at         timestamptz not null default engine.now(),
    constraint campaign_contractors_once unique (campaign_id, contractor_lead_id)
);
create index campaign_contractors_lead on bids.campaign_contractors (contractor_lead_id);
comment on table bids.campaign_contractors is 'ringback: whom a campaign covers; the document names the table without columns';
comment on column bids.campaign_contractors.id is 'ringback: key';
comment on column bids.campaign_contractors.campaign_id is 'ringback: the campaign';
comment on column bids.campaign_contractors.contractor_lead_id is 'ringback: the lead, once per campaign';
comment on column bids.campaign_contractors.tier is 'ringback: the tier that it was chosen from';
comment on column bids.campaign_contractors.status is 'ringback: selected, invited, responded or dropped';
comment on column bids.campaign_contractors.reason is 'ringback: machine-readable, why it was dropped';
comment on column bids.campaign_contractors.created_at is 'ringback: when it was selected';
comment on column bids.campaign_contractors.updated_at is 'ringback: last change, by trigger';
create trigger campaign_contractors_stamp before update on bids.campaign_contractors
    for each row execute function bids.stamp_updated_at();

create table bids.campaign_check_ins (
    id                   uuid primary key default gen_random_uuid(),
    campaign_id          uuid not null references bids.outreach_campaigns (id) on delete cascade,
    quarter              smallint not null check (quarter between 1 and 3),
    due_at               timestamptz not null,
    checked_at           timestamptz,
    expected_responses   integer check (expected_responses >= 0),
    actual_responses     integer check (actual_responses >= 0),
    contractors_added    integer not null default 0 check (contractors_added >= 0),
    created_at           timestamptz not null default engine.now(),
    constraint campaign_check_ins_once unique (campaign_id, quarter)
);
create index campaign_check_ins_due on bids.campaign_check_ins (due_at) where checked_at is null;
comment on table bids.campaign_check_ins is 'ringback: is a campaign on plan? The document names the table without columns';
comment on column bids.campaign_check_ins.id is 'ringback: key';
comment on column bids.campaign_check_ins.campaign_id is 'ringback: the campaign';
comment on column bids.campaign_check_ins.quarter is 'ringback: after how many quarters of the time to the deadline';
comment on column bids.campaign_check_ins.due_at is 'ringback: when it is due';
comment on column bids.campaign_check_ins.checked_at is 'ringback: when it was done';
comment on column bids.campaign_check_ins.expected_responses is 'ringback: answers that the plan expects by then';
comment on column bids.campaign_check_ins.actual_responses is 'ringback: answers by then';
comment on column bids.campaign_check_ins.contractors_added is 'ringback: how many of the next tier were invited on that account';
comment on column bids.campaign_check_ins.created_at is 'ringback: when it was planned';

create table bids.contractor_outreach_attempts (
    id                  uuid primary key default gen_random_uuid(),
    contractor_lead_id  uuid references bids.contractor_leads (id) on delete cascade,
    bid_card_id         uuid references bids.bid_cards (id) on delete cascade,
    campaign_id         uuid references bids.outreach_campaigns (id) on delete set null,
    channel             bids.outreach_channel,
    message_template_id text,
    message_subject     text,
    message_content     text,
    form_url            text,
    form_fields_filled  jsonb,
    sent_at             timestamptz,
    delivered_at        timestamptz,
    opened_at           timestamptz,
    clicked_at          timestamptz,
    responded_at        timestamptz,
    response_channel    text,
    response_content    text,
    status              bids.outreach_status,
    error_code          text,
    error_message       text,
    cost_cents          integer check (cost_cents >= 0),
    created_at          timestamptz not null default engine.now(),
    updated_at          timestamptz not null default engine.now()
);
create index idx_outreach_attempts_status on bids.contractor_outreach_attempts (status);
create index outreach_attempts_card_status on bids.contractor_outreach_attempts (bid_card_id, status);
create index outreach_attempts_card_timeline on bids.contractor_outreach_attempts (bid_card_id, created_at desc);
create index outreach_attempts_lead on bids.contractor_outreach_attempts (contractor_lead_id, sent_at desc);
create index outreach_attempts_campaign on bids.contractor_outreach_attempts (campaign_id, status);
comment on table bids.contractor_outreach_attempts is 'EAA tracks all outreach; a projection of engine.message, a row from the provider''s acceptance on';
comment on column bids.contractor_outreach_attempts.channel is 'email/sms/website_form/phone';
comment on column bids.contractor_outreach_attempts.form_url is 'WFA data';
comment on column bids.contractor_outreach_attempts.form_fields_filled is 'WFA data';
comment on column bids.contractor_outreach_attempts.status is 'sent/delivered/opened/clicked/responded/failed';
comment on column bids.contractor_outreach_attempts.cost_cents is 'Outreach cost tracking';
create trigger contractor_outreach_attempts_stamp before update on bids.contractor_outreach_attempts
    for each row execute function bids.stamp_updated_at();

alter table bids.outreach_campaigns enable row level security;
alter table bids.campaign_contractors enable row level security;
alter table bids.campaign_check_ins enable row level security;
alter table bids.contractor_outreach_attempts enable row level security;
