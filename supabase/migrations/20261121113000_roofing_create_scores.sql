-- How urgent a property's roof is: contagion 0–40, age 0–25, financial 0–20, visual 0–15.

create table roofing.property_scores (
    id                             uuid    primary key default gen_random_uuid(),
    property_id                    uuid    not null references roofing.properties (id) on delete cascade,
    cluster_id                     uuid    references roofing.contagion_clusters (id) on delete set null,
    contagion_score                integer default 0 check (contagion_score between 0 and 40),
    permits_within_quarter_mile    integer default 0 check (permits_within_quarter_mile >= permits_within_500ft),
    permits_within_500ft           integer default 0 check (permits_within_500ft >= permits_within_100ft),
    permits_within_100ft           integer default 0 check (permits_within_100ft >= 0),
    same_subdivision_permits       integer default 0 check (same_subdivision_permits >= 0),
    nearest_permit_distance_ft     integer,
    nearest_permit_address         text,
    nearest_permit_date            date,
    neighbor_contractor_names      text[],
    age_match_score                integer default 0 check (age_match_score between 0 and 25),
    year_built                     integer,
    roof_age_years                 integer,
    matches_neighbor_age           boolean default false,
    age_difference_years           integer,
    subdivision_avg_age            integer,
    financial_score                integer default 0 check (financial_score between 0 and 20),
    home_value                     numeric(10, 2),
    estimated_equity_percent       numeric(5, 2),
    estimated_equity_amount        numeric(10, 2),
    owner_income_estimate          integer,
    has_mortgage                   boolean,
    has_liens                      boolean,
    recent_refinance               boolean,
    recent_heloc                   boolean,
    visual_score                   integer default 0 check (visual_score between 0 and 15),
    has_aerial_analysis            boolean default false,
    aerial_image_url               text,
    claude_damage_assessment       text,
    gpt4v_damage_assessment        text,
    visible_damage_level           text    check (visible_damage_level in ('none', 'minor', 'moderate', 'severe')),
    damage_indicators              jsonb,
    estimated_remaining_life_years integer,
    total_urgency_score            integer check (total_urgency_score between 0 and 100),
    urgency_tier                   text    check (urgency_tier in ('HOT', 'WARM', 'COLD')),
    confidence_level               text    check (confidence_level in ('high', 'medium', 'low')),
    recommended_action             text    check (recommended_action in ('call_now', 'send_report', 'mail', 'monitor', 'skip')),
    scored_at                      timestamptz default engine.now(),
    last_updated_at                timestamptz default engine.now(),
    scoring_version                text    default 'v1.0',
    data_sources_used              jsonb,
    reasons                        jsonb,
    constraint property_scores_tier_follows_score check (
        urgency_tier = case when total_urgency_score >= 80 then 'HOT' when total_urgency_score >= 60 then 'WARM' else 'COLD' end)
);
create index property_scores_property_id on roofing.property_scores (property_id, scored_at desc);
create index property_scores_cluster_id on roofing.property_scores (cluster_id);
create index property_scores_total_urgency_score on roofing.property_scores (total_urgency_score);
create index property_scores_urgency_tier on roofing.property_scores (urgency_tier);

comment on table roofing.property_scores is 'Detailed property scoring.';
comment on column roofing.property_scores.visible_damage_level is 'Words of ringback, the document lists none';
comment on column roofing.property_scores.urgency_tier is 'HOT, WARM, COLD';
comment on column roofing.property_scores.confidence_level is 'By share of data sources present; words of ringback';
comment on column roofing.property_scores.recommended_action is 'Words of ringback, the document lists none';
comment on column roofing.property_scores.reasons is 'ringback: why each part of the score is what it is';

create function roofing.touch_last_updated_at() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if new.last_updated_at is not distinct from old.last_updated_at then
        new.last_updated_at := engine.now();
    end if;
    return new;
end
$$;
create trigger property_scores_touch before update on roofing.property_scores
    for each row execute function roofing.touch_last_updated_at();

create table roofing.social_proof_data (
    property_id         uuid        primary key references roofing.properties (id) on delete cascade,
    permit_ids          uuid[]      not null default '{}',
    permit_count        integer     not null default 0 check (permit_count >= 0),
    radius_feet         integer     not null default 1320 check (radius_feet > 0),
    nearest_distance_ft integer,
    newest_permit_date  date,
    street_names        text[]      not null default '{}',
    contractor_names    text[]      not null default '{}',
    computed_at         timestamptz not null default engine.now()
);
comment on table roofing.social_proof_data is 'ringback: the neighbours'' permits that a message about a property may cite; columns ours';
comment on column roofing.social_proof_data.property_id is 'ringback: the property; one row each';
comment on column roofing.social_proof_data.permit_ids is 'ringback: the permits that are cited, nearest first';
comment on column roofing.social_proof_data.permit_count is 'ringback: how many permits lie within the radius';
comment on column roofing.social_proof_data.radius_feet is 'ringback: how far a neighbour may live; a quarter mile';
comment on column roofing.social_proof_data.nearest_distance_ft is 'ringback: feet to the nearest permit';
comment on column roofing.social_proof_data.newest_permit_date is 'ringback: so that old roofs are not praised as news';
comment on column roofing.social_proof_data.street_names is 'ringback: streets, never house numbers: a message names no neighbour';
comment on column roofing.social_proof_data.contractor_names is 'ringback: who did the neighbours'' roofs';
comment on column roofing.social_proof_data.computed_at is 'ringback: when the permits were looked up';

alter table roofing.property_scores enable row level security;
create policy property_scores_read on roofing.property_scores for select to authenticated
    using ((select engine.roofing_account()) is not null);
alter table roofing.social_proof_data enable row level security;
create policy social_proof_data_read on roofing.social_proof_data for select to authenticated
    using ((select engine.roofing_account()) is not null);

grant select on roofing.property_scores, roofing.social_proof_data to authenticated;
grant select, insert, update, delete on roofing.property_scores, roofing.social_proof_data to service_role;
