-- Who meets in the marketplace: homeowners with their projects, and contractors who signed up.

create schema bids;
comment on schema bids is 'Bid cards, contractor discovery, outreach, responses, moderated messaging, admin. Tenants: homeowners and contractors.';
grant usage on schema bids to authenticated, service_role;

create extension if not exists cube with schema extensions;
create extension if not exists btree_gist with schema extensions;

create function bids.stamp_updated_at() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.updated_at := engine.now();
    return new;
end
$$;

create table bids.homeowners (
    id             uuid    primary key default gen_random_uuid(),
    user_id        uuid    constraint homeowners_user_id_key unique,
    address        jsonb,
    preferences    jsonb   default '{}'::jsonb,
    total_projects integer default 0 check (total_projects >= 0),
    total_spent    numeric default 0 check (total_spent >= 0),
    created_at     timestamptz not null default engine.now()
);
comment on table bids.homeowners is 'People who want work done';
comment on column bids.homeowners.user_id is 'Auth user ID';
comment on column bids.homeowners.total_projects is 'Rolled up from projects';
comment on column bids.homeowners.total_spent is 'Rolled up from accepted bids';

create type bids.project_urgency as enum ('emergency', 'week', 'month', 'flexible');
comment on type bids.project_urgency is 'ringback: the document lists no values; these are the words of bid_cards.urgency_level';
create type bids.project_status as enum ('draft', 'posted', 'in_progress', 'completed', 'cancelled');
comment on type bids.project_status is 'ringback: the document lists no values';

create table bids.projects (
    id                  uuid primary key default gen_random_uuid(),
    homeowner_id        uuid references bids.homeowners (id) on delete cascade,
    title               text,
    description         text,
    category            text,
    urgency             bids.project_urgency,
    budget_range        jsonb,
    location            jsonb,
    status              bids.project_status not null default 'draft',
    cia_conversation_id text,
    created_at          timestamptz not null default engine.now(),
    updated_at          timestamptz not null default engine.now(),
    posted_at           timestamptz
);
create index projects_homeowner on bids.projects (homeowner_id, created_at desc);
create index projects_conversation on bids.projects (cia_conversation_id);
comment on table bids.projects is 'What a homeowner wants done';
comment on column bids.projects.cia_conversation_id is 'Links to Agent 1';
create trigger projects_stamp before update on bids.projects
    for each row execute function bids.stamp_updated_at();

-- The public profile alone: addresses and numbers stay in contractor_leads and auth.users, so that a homeowner who reads a
-- bidder's row gets no contact that messaging would have redacted.
create table bids.contractors (
    id                   uuid    primary key default gen_random_uuid(),
    user_id              uuid    constraint contractors_user_id_key unique,
    company_name         text    not null,
    about                text,
    specialties          text[]  not null default '{}',
    city                 text,
    state                text,
    service_radius_miles integer check (service_radius_miles > 0),
    service_zip_codes    text[]  not null default '{}',
    rating               numeric(3, 2) check (rating between 0 and 5),
    review_count         integer not null default 0 check (review_count >= 0),
    license_verified     boolean not null default false,
    status               text    not null default 'active' check (status in ('active', 'paused', 'closed')),
    created_at           timestamptz not null default engine.now(),
    updated_at           timestamptz not null default engine.now()
);
create index contractors_specialties on bids.contractors using gin (specialties);
comment on table bids.contractors is 'ringback: contractors who signed up; the document names the table without columns';
comment on column bids.contractors.id is 'ringback: key';
comment on column bids.contractors.user_id is 'ringback: the auth user who acts for the company';
comment on column bids.contractors.company_name is 'ringback: as shown to homeowners';
comment on column bids.contractors.about is 'ringback: the company in its own words';
comment on column bids.contractors.specialties is 'ringback: lower-case slugs of service types, as in contractor_leads';
comment on column bids.contractors.city is 'ringback: place of business';
comment on column bids.contractors.state is 'ringback: place of business';
comment on column bids.contractors.service_radius_miles is 'ringback: how far the company drives';
comment on column bids.contractors.service_zip_codes is 'ringback: postal codes served beside the radius';
comment on column bids.contractors.rating is 'ringback: 0 to 5; written by the service';
comment on column bids.contractors.review_count is 'ringback: written by the service';
comment on column bids.contractors.license_verified is 'ringback: written by the service after a check';
comment on column bids.contractors.status is 'ringback: active, paused (takes no invitations) or closed';
comment on column bids.contractors.created_at is 'ringback: sign-up';
comment on column bids.contractors.updated_at is 'ringback: last change, by trigger';
create trigger contractors_stamp before update on bids.contractors
    for each row execute function bids.stamp_updated_at();

alter table bids.homeowners enable row level security;
alter table bids.projects enable row level security;
alter table bids.contractors enable row level security;
