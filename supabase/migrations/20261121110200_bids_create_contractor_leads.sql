-- Contractors that discovery found, whether or not they ever sign up.
-- The position is spelled out, because ll_to_earth of PostgreSQL 15 breaks under an empty search path.

create type bids.lead_source as enum ('tier1', 'tier2', 'tier3');
create type bids.lead_status as enum ('qualified', 'disqualified', 'pending');

create table bids.contractor_leads (
    id                   uuid primary key default gen_random_uuid(),
    source               bids.lead_source,
    company_name         text not null,
    contact_name         text,
    phone                text,
    email                text,
    website              text,
    address              text,
    city                 text,
    state                text,
    zip_code             text,
    latitude             numeric check (latitude between -90 and 90),
    longitude            numeric check (longitude between -180 and 180),
    service_radius_miles integer check (service_radius_miles > 0),
    specialties          text[] default '{}',
    rating               numeric check (rating between 0 and 5),
    review_count         integer check (review_count >= 0),
    license_number       text,
    license_verified     boolean default false,
    lead_score           integer check (lead_score between 0 and 100),
    data_completeness    integer check (data_completeness between 0 and 100),
    has_contact_form     boolean default false,
    contact_form_url     text,
    form_fields          jsonb,
    lead_status          bids.lead_status not null default 'pending',
    created_at           timestamptz not null default engine.now(),
    updated_at           timestamptz not null default engine.now(),
    last_enriched_at     timestamptz,
    service_zip_codes    text[] default '{}',
    contractor_id        uuid constraint contractor_leads_contractor_id_key unique
                              references bids.contractors (id) on delete set null,
    earth_position       extensions.cube generated always as (
        extensions.cube(
            extensions.cube(
                extensions.cube(6378168 * cos(radians(latitude::float8)) * cos(radians(longitude::float8))),
                6378168 * cos(radians(latitude::float8)) * sin(radians(longitude::float8))),
            6378168 * sin(radians(latitude::float8)))) stored
);
create index idx_contractor_leads_source on bids.contractor_leads (source);
create index contractor_leads_specialties on bids.contractor_leads using gin (specialties);
create index contractor_leads_service_zip_codes on bids.contractor_leads using gin (service_zip_codes);
create index contractor_leads_earth_position on bids.contractor_leads using gist (earth_position);
create index contractor_leads_status on bids.contractor_leads (lead_status, created_at desc);
create index contractor_leads_email on bids.contractor_leads (lower(email));
create index contractor_leads_phone on bids.contractor_leads (phone);
comment on table bids.contractor_leads is 'CDA discovers and stores here';
comment on column bids.contractor_leads.source is 'tier1/tier2/tier3';
comment on column bids.contractor_leads.latitude is 'GPS coordinates';
comment on column bids.contractor_leads.longitude is 'GPS coordinates';
comment on column bids.contractor_leads.specialties is 'Service types, lower-case slugs; matched by specialties @> array[project_type]';
comment on column bids.contractor_leads.form_fields is 'For WFA agent';
comment on column bids.contractor_leads.lead_status is 'qualified/disqualified/pending';
comment on column bids.contractor_leads.contractor_id is 'ringback: the registered contractor that this lead became';
comment on column bids.contractor_leads.earth_position is
    'ringback: metres from the centre of the earth as earthdistance has it, for the radius search';
create trigger contractor_leads_stamp before update on bids.contractor_leads
    for each row execute function bids.stamp_updated_at();

-- The other name of the same table: some of the document's modules read leads by it.
create view bids.potential_contractors with (security_invoker = true) as
    select id, source, company_name, contact_name, phone, email, website, address, city, state, zip_code, latitude, longitude,
           service_radius_miles, specialties, rating, review_count, license_number, license_verified, lead_score, data_completeness,
           has_contact_form, contact_form_url, form_fields, lead_status, created_at, updated_at, last_enriched_at, service_zip_codes,
           contractor_id
      from bids.contractor_leads;
comment on view bids.potential_contractors is 'ringback: contractor_leads under the document''s second name, so that the two never drift apart';

alter table bids.contractor_leads enable row level security;
