-- Properties, building permits, the clusters that permits form, and how urgent each roof is. Shared reference data: written
-- by the service, read by whoever has an account.

-- A place on the earth's surface in metres from its centre, as earthdistance reckons. Not ll_to_earth: that looks its own
-- functions up by search_path and breaks under an empty one on PostgreSQL 15.
create function engine.roofing_earth(latitude numeric, longitude numeric) returns extensions.cube
    language sql immutable strict parallel safe
    set search_path = ''
return extensions.cube(array[
    extensions.earth() * cosd(latitude::double precision) * cosd(longitude::double precision),
    extensions.earth() * cosd(latitude::double precision) * sind(longitude::double precision),
    extensions.earth() * sind(latitude::double precision)]);
revoke execute on function engine.roofing_earth(numeric, numeric) from public;
grant execute on function engine.roofing_earth(numeric, numeric) to authenticated, service_role;

create table roofing.properties (
    id                    uuid    primary key default gen_random_uuid(),
    address               text    not null,
    street_number         text,
    street_name           text,
    city                  text    not null,
    state                 text    not null,
    zip_code              text    not null,
    subdivision_name      text,
    parcel_id             text,
    latitude              numeric(10, 8) check (latitude between -90 and 90),
    longitude             numeric(11, 8) check (longitude between -180 and 180),
    lot_size_sqft         integer,
    year_built            integer,
    estimated_value       numeric(12, 2),
    equity_percent        numeric(5, 2),
    has_mortgage          boolean,
    has_liens             boolean,
    recent_refinance      boolean,
    recent_heloc          boolean,
    roof_age_years        integer,
    roof_material         text,
    owner_name            text,
    owner_phone           text,
    owner_email           text,
    lead_status           text    default 'new',
    appointment_date      timestamptz,
    last_contacted_at     timestamptz,
    tags                  jsonb   check (jsonb_typeof(tags) = 'array'),
    notes                 text,
    created_at            timestamptz default engine.now(),
    updated_at            timestamptz default engine.now(),
    owner_name_encrypted  text,
    owner_phone_encrypted text,
    owner_email_encrypted text,
    owner_phone_hash      text,
    owner_email_hash      text,
    earth_position        extensions.cube generated always as (engine.roofing_earth(latitude, longitude)) stored
);
create index properties_city_state on roofing.properties (city, state);
create index properties_zip_code on roofing.properties (zip_code);
create index properties_subdivision_name on roofing.properties (subdivision_name);
create index properties_earth_position on roofing.properties using gist (earth_position);

comment on table roofing.properties is 'Property records for contagion analysis.';
comment on column roofing.properties.owner_name is 'Stays null: the functions keep owner_name_encrypted';
comment on column roofing.properties.owner_phone is 'Stays null: the functions keep owner_phone_encrypted';
comment on column roofing.properties.owner_email is 'Stays null: the functions keep owner_email_encrypted';
comment on column roofing.properties.owner_name_encrypted is 'ringback: the name as a Fernet token';
comment on column roofing.properties.owner_phone_encrypted is 'ringback: the number as a Fernet token';
comment on column roofing.properties.owner_email_encrypted is 'ringback: the address as a Fernet token';
comment on column roofing.properties.owner_phone_hash is 'ringback: keyed hash of the number, for matching without it';
comment on column roofing.properties.owner_email_hash is 'ringback: keyed hash of the address, for matching without it';
comment on column roofing.properties.earth_position is 'ringback: the place for distances without PostGIS, from latitude and longitude';
create trigger properties_touch before update on roofing.properties
    for each row execute function roofing.touch_updated_at();

create table roofing.building_permits (
    id                 uuid    primary key default gen_random_uuid(),
    address            text    not null,
    street_number      text,
    street_name        text,
    city               text    not null,
    state              text    not null,
    zip_code           text    not null,
    latitude           numeric(10, 8) check (latitude between -90 and 90),
    longitude          numeric(11, 8) check (longitude between -180 and 180),
    permit_number      text    constraint building_permits_permit_number unique,
    permit_date        date    not null,
    permit_type        text,
    permit_value       numeric(10, 2),
    contractor_name    text,
    contractor_license text,
    work_description   text,
    subdivision_name   text,
    parcel_id          text,
    source_url         text,
    scraped_at         timestamptz,
    verified           boolean default false,
    created_at         timestamptz default engine.now(),
    updated_at         timestamptz default engine.now(),
    earth_position     extensions.cube generated always as (engine.roofing_earth(latitude, longitude)) stored
);
create index building_permits_city_state on roofing.building_permits (city, state);
create index building_permits_permit_date on roofing.building_permits (permit_date);
create index building_permits_subdivision_name on roofing.building_permits (subdivision_name);
create index building_permits_earth_position on roofing.building_permits using gist (earth_position);
comment on table roofing.building_permits is 'Building permit records.';
comment on column roofing.building_permits.earth_position is
    'ringback: the place for distances without PostGIS, from latitude and longitude';
create trigger building_permits_touch before update on roofing.building_permits
    for each row execute function roofing.touch_updated_at();

create table roofing.contagion_clusters (
    id                    uuid    primary key default gen_random_uuid(),
    city                  text    not null,
    state                 text    not null,
    subdivision_name      text,
    center_latitude       numeric(10, 8) check (center_latitude between -90 and 90),
    center_longitude      numeric(11, 8) check (center_longitude between -180 and 180),
    radius_miles          numeric(5, 2) default 0.25 check (radius_miles > 0),
    permit_count          integer default 0 check (permit_count >= 0),
    avg_permit_value      numeric(10, 2),
    date_range_start      date,
    date_range_end        date,
    avg_year_built        integer,
    cluster_score         integer,
    cluster_status        text    check (cluster_status in ('emerging', 'active', 'cooling', 'closed')),
    properties_in_cluster integer default 0 check (properties_in_cluster >= 0),
    properties_scored     integer default 0 check (properties_scored >= 0),
    hot_leads_generated   integer default 0 check (hot_leads_generated >= 0),
    metadata              jsonb,
    created_at            timestamptz default engine.now(),
    last_scored_at        timestamptz,
    earth_position        extensions.cube generated always as (engine.roofing_earth(center_latitude, center_longitude)) stored,
    constraint contagion_clusters_date_range check (date_range_end >= date_range_start)
);
create index contagion_clusters_city_state on roofing.contagion_clusters (city, state);
create index contagion_clusters_cluster_score on roofing.contagion_clusters (cluster_score);
create index contagion_clusters_earth_position on roofing.contagion_clusters using gist (earth_position);
comment on table roofing.contagion_clusters is 'Identified clusters of roofing activity.';
comment on column roofing.contagion_clusters.cluster_status is
    'Words of ringback, the document lists none: emerging, active, cooling, closed by number and age of the permits';
comment on column roofing.contagion_clusters.earth_position is
    'ringback: the centre for distances without PostGIS, from its latitude and longitude';

alter table roofing.properties enable row level security;
create policy properties_read on roofing.properties for select to authenticated
    using ((select engine.roofing_account()) is not null);
alter table roofing.building_permits enable row level security;
create policy building_permits_read on roofing.building_permits for select to authenticated
    using ((select engine.roofing_account()) is not null);
alter table roofing.contagion_clusters enable row level security;
create policy contagion_clusters_read on roofing.contagion_clusters for select to authenticated
    using ((select engine.roofing_account()) is not null);

grant select on roofing.building_permits, roofing.contagion_clusters to authenticated;
grant select, insert, update, delete on roofing.properties, roofing.building_permits, roofing.contagion_clusters to service_role;
-- Every account reads every property, so nothing of its owner, and nothing that one account noted about its own work.
grant select (id, address, street_number, street_name, city, state, zip_code, subdivision_name, parcel_id, latitude, longitude,
    lot_size_sqft, year_built, estimated_value, equity_percent, has_mortgage, has_liens, recent_refinance, recent_heloc, roof_age_years,
    roof_material, created_at, updated_at, earth_position)
    on roofing.properties to authenticated;
