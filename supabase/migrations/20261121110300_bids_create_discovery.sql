-- The search for contractors: its runs and what it found lately.

create table bids.discovery_runs (
    id                uuid primary key default gen_random_uuid(),
    bid_card_id       uuid references bids.bid_cards (id) on delete cascade,
    search_parameters jsonb default '{}'::jsonb,
    location          text,
    radius_miles      integer check (radius_miles > 0),
    project_type      text,
    target_count      integer check (target_count > 0),
    total_found       integer not null default 0 check (total_found >= 0),
    qualified_count   integer not null default 0 check (qualified_count >= 0),
    started_at        timestamptz not null default engine.now(),
    completed_at      timestamptz,
    duration_seconds  integer check (duration_seconds >= 0),
    status            text not null default 'running' check (status in ('running', 'complete', 'failed')),
    current_source    bids.lead_source,
    error_message     text,
    error_details     jsonb
);
create index discovery_runs_card on bids.discovery_runs (bid_card_id, started_at desc);
create unique index discovery_runs_one_running on bids.discovery_runs (bid_card_id) where status = 'running';
comment on table bids.discovery_runs is 'CDA execution tracking';
comment on column bids.discovery_runs.search_parameters is 'CDA search criteria';
comment on column bids.discovery_runs.status is 'running/complete/failed';
comment on column bids.discovery_runs.current_source is 'Which source being searched';
comment on index bids.discovery_runs_one_running is 'ringback: a card is searched for once at a time; a run is resumed, not doubled';

create table bids.contractor_discovery_cache (
    id                      uuid primary key default gen_random_uuid(),
    bid_card_id             uuid references bids.bid_cards (id) on delete cascade,
    tier_1_matches          jsonb default '[]'::jsonb,
    tier_2_matches          jsonb default '[]'::jsonb,
    tier_3_sources          jsonb default '[]'::jsonb,
    discovery_status        text not null default 'running' check (discovery_status in ('running', 'complete', 'failed')),
    total_contractors_found integer not null default 0 check (total_contractors_found >= 0),
    processing_time_ms      integer check (processing_time_ms >= 0),
    created_at              timestamptz not null default engine.now()
);
create index contractor_discovery_cache_card on bids.contractor_discovery_cache (bid_card_id, created_at desc);
comment on table bids.contractor_discovery_cache is 'CDA performance optimization; the newest row of a card counts, while it is young enough';
comment on column bids.contractor_discovery_cache.discovery_status is 'running/complete/failed';

alter table bids.discovery_runs enable row level security;
alter table bids.contractor_discovery_cache enable row level security;
