-- What was learnt about a client's leads.

create table growth.growth_brain (
    id                uuid primary key default gen_random_uuid(),
    client_id         uuid references growth.clients (client_id) on delete cascade,
    event_type        text not null check (event_type in (
        'conversion', 'reversion', 'pattern_detected', 'engagement_score', 'urgency_trend', 'tone_distribution', 'conversion_prediction')),
    learning_snapshot jsonb check (jsonb_typeof(learning_snapshot) = 'object'),
    insight_text      text,
    confidence        numeric(3, 2) check (confidence >= 0 and confidence <= 1),
    created_at        timestamptz default engine.now()
);
create index idx_growth_brain_client_id on growth.growth_brain (client_id);
create index idx_growth_brain_event_type on growth.growth_brain (event_type);
create index idx_growth_brain_created_at on growth.growth_brain (created_at desc);
create index idx_growth_brain_confidence on growth.growth_brain (confidence desc);
create index idx_growth_brain_snapshot on growth.growth_brain using gin (learning_snapshot);
-- The latest insights of a client, and its last hundred conversions, without sorting all it ever had.
create index growth_brain_client_recent on growth.growth_brain (client_id, created_at desc);
create index growth_brain_client_event on growth.growth_brain (client_id, event_type, created_at desc);
-- The document asks for a pattern by ->>, which the GIN index does not answer.
create index growth_brain_pattern_type on growth.growth_brain ((learning_snapshot ->> 'pattern_type'))
    where learning_snapshot ->> 'pattern_type' is not null;

comment on table growth.growth_brain is 'AI learning snapshots and growth analytics with feedback loop';
comment on column growth.growth_brain.event_type is
    'conversion, reversion, pattern_detected, engagement_score, urgency_trend, tone_distribution, conversion_prediction';
comment on column growth.growth_brain.learning_snapshot is 'Flexible JSONB containing patterns, metrics, predictions';
comment on column growth.growth_brain.insight_text is 'Human-readable insight for dashboard display';

-- Conversions and reversions are recorded as the client that tags the lead; nobody rewrites what was learnt.
alter table growth.growth_brain enable row level security;
create policy client_brain_isolation on growth.growth_brain for select to authenticated
    using (client_id = (select growth.current_client_id()));
create policy client_brain_insert on growth.growth_brain for insert to authenticated
    with check (client_id = (select growth.current_client_id()));

grant select, insert on growth.growth_brain to authenticated;
grant select, insert, update, delete on growth.growth_brain to service_role;
