-- Businesses that may need us, how well they answer today, and what we wrote to them.

create table growth.prospect_candidates (
    id                    uuid primary key default gen_random_uuid(),
    business_name         text not null,
    website               text,
    contact_email         text,
    form_url              text,
    industry              text,
    region                text,
    language              text default 'en',
    response_score        numeric(5, 2) check (response_score >= 0 and response_score <= 100),
    automation_need_score numeric(5, 2) check (automation_need_score >= 0 and automation_need_score <= 100),
    contacted             boolean default false,
    last_tested           timestamptz,
    created_at            timestamptz default engine.now(),
    constraint prospect_candidates_need_is_inverse check (automation_need_score = 100 - response_score)
);
create index idx_prospects_automation_score on growth.prospect_candidates (automation_need_score desc);
create index idx_prospects_contacted on growth.prospect_candidates (contacted);
create index idx_prospects_industry on growth.prospect_candidates (industry);
create index idx_prospects_region on growth.prospect_candidates (region);
create index idx_prospects_created_at on growth.prospect_candidates (created_at desc);
create index idx_prospects_high_priority on growth.prospect_candidates (automation_need_score desc, contacted)
    where automation_need_score >= 70;

comment on table growth.prospect_candidates is 'Businesses discovered via crawler with automation need scoring';
comment on column growth.prospect_candidates.response_score is 'Quality of current autoresponder (0-100, higher = better)';
comment on column growth.prospect_candidates.automation_need_score is 'Calculated as 100 - response_score (higher = better prospect)';

create table growth.prospect_outreach_log (
    id            uuid primary key default gen_random_uuid(),
    prospect_id   uuid references growth.prospect_candidates (id) on delete cascade,
    email_subject text not null,
    email_body    text not null,
    status        text default 'sent' check (status in ('sent', 'opened', 'replied', 'ignored')),
    sent_at       timestamptz default engine.now(),
    opened_at     timestamptz,
    replied_at    timestamptz,
    channel       text not null default 'email' check (channel in ('email', 'web_form')),
    message_id    uuid constraint prospect_outreach_log_message_id_key unique
);
create index idx_outreach_prospect_id on growth.prospect_outreach_log (prospect_id);
create index idx_outreach_status on growth.prospect_outreach_log (status);
create index idx_outreach_sent_at on growth.prospect_outreach_log (sent_at desc);

comment on table growth.prospect_outreach_log is 'Outreach email tracking with engagement metrics';
comment on column growth.prospect_outreach_log.status is 'Progression: sent → opened → replied (or ignored)';
comment on column growth.prospect_outreach_log.channel is 'ringback: whether it went by mail or through the form at form_url';
comment on column growth.prospect_outreach_log.message_id is
    'ringback: the row of engine.message that this one shows, by which openings and answers find it';

-- Prospects are the agency's own business: its internal client reads them, the service writes them.
alter table growth.prospect_candidates enable row level security;
create policy prospects_internal_select on growth.prospect_candidates for select to authenticated
    using (exists (select from growth.clients c where c.client_id = (select growth.current_client_id()) and c.is_internal));

alter table growth.prospect_outreach_log enable row level security;
create policy outreach_internal_select on growth.prospect_outreach_log for select to authenticated
    using (exists (select from growth.clients c where c.client_id = (select growth.current_client_id()) and c.is_internal));

grant select on growth.prospect_candidates, growth.prospect_outreach_log to authenticated;
grant select, insert, update, delete on growth.prospect_candidates, growth.prospect_outreach_log to service_role;
