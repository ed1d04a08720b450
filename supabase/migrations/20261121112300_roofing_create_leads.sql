-- Scored roof leads and what was done about them.

create type roofing.leadpriority as enum ('HOT', 'WARM', 'COLD');
create type roofing.leadstatus as enum (
    'NEW', 'CONTACTED', 'QUALIFIED', 'PROPOSAL_SENT', 'APPOINTMENT_SCHEDULED', 'CLOSED_WON', 'CLOSED_LOST');
comment on type roofing.leadpriority is 'LeadPriority: HOT (80-100), WARM (60-79), COLD (<60)';
comment on type roofing.leadstatus is 'LeadStatus';

create table roofing.leads (
    id                         bigint generated always as identity primary key,
    user_id                    bigint  not null references roofing.users (id) on delete cascade,
    area_scan_id               bigint  references roofing.area_scans (id) on delete set null,
    address                    text    not null,
    city                       text,
    state                      text,
    zip_code                   text,
    latitude                   double precision check (latitude between -90 and 90),
    longitude                  double precision check (longitude between -180 and 180),
    roof_age_years             integer,
    roof_condition_score       double precision check (roof_condition_score between 0 and 100),
    roof_material              text,
    roof_size_sqft             integer,
    aerial_image_url           text,
    ai_analysis                jsonb,
    discovery_status           text    default 'completed' check (discovery_status in ('completed', 'failed', 'pending')),
    imagery_status             text    default 'synthetic' check (imagery_status in ('live', 'synthetic', 'failed')),
    property_enrichment_status text    default 'synthetic' check (property_enrichment_status in ('live', 'synthetic', 'failed')),
    contact_enrichment_status  text    default 'synthetic' check (contact_enrichment_status in ('live', 'synthetic', 'failed')),
    lead_score                 double precision not null default 0.0 check (lead_score between 0 and 100),
    priority                   roofing.leadpriority,
    replacement_urgency        text    check (replacement_urgency in ('immediate', 'urgent', 'plan_ahead', 'good_condition')),
    damage_indicators          jsonb   check (jsonb_typeof(damage_indicators) = 'array'),
    homeowner_name             text,
    homeowner_email            text,
    homeowner_phone            text,
    homeowner_email_hash       text,
    homeowner_phone_hash       text,
    homeowner_email_encrypted  text,
    homeowner_phone_encrypted  text,
    contact_enriched           boolean default false,
    contact_enrichment_cost    numeric default 0.0,
    voice_opt_out              boolean not null default false,
    voice_opt_out_reason       text,
    voice_consent_updated_at   timestamptz,
    last_voice_contacted       timestamptz,
    property_value             integer,
    year_built                 integer,
    property_type              text,
    length_of_residence        integer,
    status                     roofing.leadstatus default 'NEW',
    tags                       jsonb   check (jsonb_typeof(tags) = 'array'),
    notes                      text,
    last_contacted             timestamptz,
    next_follow_up             timestamptz,
    cost_to_generate           numeric default 0.0,
    estimated_value            numeric,
    conversion_probability     double precision check (conversion_probability between 0 and 100),
    created_at                 timestamptz default engine.now(),
    updated_at                 timestamptz default engine.now(),
    homeowner_name_encrypted   text,
    address_normalized         text,
    scoring_version            text,
    score_reasons              jsonb,
    constraint leads_priority_follows_score check (
        priority = case when lead_score >= 80 then 'HOT'::roofing.leadpriority when lead_score >= 60 then 'WARM' else 'COLD' end),
    constraint leads_address_normalized unique (user_id, address_normalized)
);
create index leads_user_id on roofing.leads (user_id, created_at desc, id desc);
create index leads_by_score on roofing.leads (user_id, lead_score desc, id desc);
create index leads_area_scan_id on roofing.leads (area_scan_id);
create index leads_city on roofing.leads (city);
create index leads_zip_code on roofing.leads (zip_code);
create index leads_status on roofing.leads (status);
create index leads_priority on roofing.leads (priority);
create index leads_lead_score on roofing.leads (lead_score);
create index leads_created_at on roofing.leads (created_at);
create index leads_homeowner_email_hash on roofing.leads (homeowner_email_hash) where homeowner_email_hash is not null;
create index leads_homeowner_phone_hash on roofing.leads (homeowner_phone_hash) where homeowner_phone_hash is not null;
create index leads_next_follow_up on roofing.leads (next_follow_up) where next_follow_up is not null;

comment on table roofing.leads is 'Main lead table with comprehensive property and scoring data.';
comment on column roofing.leads.roof_condition_score is '0-100';
comment on column roofing.leads.ai_analysis is 'Detailed AI analysis';
comment on column roofing.leads.discovery_status is 'completed, failed, pending';
comment on column roofing.leads.imagery_status is 'live, synthetic, failed';
comment on column roofing.leads.property_enrichment_status is 'live, synthetic, failed';
comment on column roofing.leads.contact_enrichment_status is 'live, synthetic, failed';
comment on column roofing.leads.lead_score is '0-100';
comment on column roofing.leads.priority is 'HOT, WARM, COLD';
comment on column roofing.leads.replacement_urgency is 'immediate, urgent, plan_ahead, good_condition';
comment on column roofing.leads.damage_indicators is 'Array of issues';
comment on column roofing.leads.homeowner_name is 'Stays null: the functions keep homeowner_name_encrypted';
comment on column roofing.leads.homeowner_email is 'Stays null: the functions keep homeowner_email_encrypted';
comment on column roofing.leads.homeowner_phone is 'Stays null: the functions keep homeowner_phone_encrypted';
comment on column roofing.leads.homeowner_email_hash is 'For matching without PII';
comment on column roofing.leads.homeowner_phone_hash is 'For matching without PII';
comment on column roofing.leads.homeowner_email_encrypted is 'Fernet encrypted';
comment on column roofing.leads.homeowner_phone_encrypted is 'Fernet encrypted';
comment on column roofing.leads.tags is 'Array of tags';
comment on column roofing.leads.next_follow_up is 'Due column: a task and a mail to the account';
comment on column roofing.leads.last_contacted is 'A projection of what was sent and said';
comment on column roofing.leads.last_voice_contacted is 'A projection of the calls';
comment on column roofing.leads.status is 'NEW, CONTACTED, QUALIFIED, etc.';
comment on column roofing.leads.conversion_probability is '0-100';
comment on column roofing.leads.homeowner_name_encrypted is 'ringback: the name as a Fernet token, since it is personal data as well';
comment on column roofing.leads.address_normalized is 'ringback: the address in one spelling; a scan that finds it again updates the lead';
comment on column roofing.leads.scoring_version is 'ringback: which rules gave lead_score';
comment on column roofing.leads.score_reasons is 'ringback: why lead_score is what it is';

create table roofing.lead_activities (
    id                bigint generated always as identity primary key,
    lead_id           bigint not null references roofing.leads (id) on delete cascade,
    user_id           bigint not null references roofing.users (id) on delete cascade,
    activity_type     text   not null,
    title             text   not null,
    description       text,
    activity_metadata jsonb,
    success           boolean default true,
    error_message     text,
    created_at        timestamptz default engine.now()
);
create index lead_activities_lead_id on roofing.lead_activities (lead_id, created_at desc);
create index lead_activities_user_id on roofing.lead_activities (user_id);
create index lead_activities_activity_type on roofing.lead_activities (activity_type);
create index lead_activities_created_at on roofing.lead_activities (created_at);
comment on table roofing.lead_activities is 'Activity timeline for each lead.';
comment on column roofing.lead_activities.activity_type is 'email_sent, sms_sent, call_made, note_added, status_changed';
comment on column roofing.lead_activities.activity_metadata is 'Additional data';

-- When consent to calls changed is known, whoever changed it.
create function roofing.stamp_voice_consent() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if new.voice_opt_out <> old.voice_opt_out and new.voice_consent_updated_at is not distinct from old.voice_consent_updated_at then
        new.voice_consent_updated_at := engine.now();
    end if;
    return new;
end
$$;
create trigger leads_stamp_voice_consent before update on roofing.leads
    for each row execute function roofing.stamp_voice_consent();
create trigger leads_touch before update on roofing.leads
    for each row execute function roofing.touch_updated_at();
create trigger leads_keep_account before insert or update of user_id, area_scan_id on roofing.leads
    for each row execute function engine.roofing_keep_account('area_scans', 'area_scan_id');
create trigger lead_activities_keep_account before insert or update of user_id, lead_id on roofing.lead_activities
    for each row execute function engine.roofing_keep_account('leads', 'lead_id');

alter table roofing.leads enable row level security;
create policy leads_own_select on roofing.leads for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy leads_own_insert on roofing.leads for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy leads_own_update on roofing.leads for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy leads_own_delete on roofing.leads for delete to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.lead_activities enable row level security;
create policy lead_activities_own_select on roofing.lead_activities for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy lead_activities_own_insert on roofing.lead_activities for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));

grant select, insert, update, delete on roofing.leads to authenticated, service_role;
grant select, insert on roofing.lead_activities to authenticated;
grant select, insert, update, delete on roofing.lead_activities to service_role;
