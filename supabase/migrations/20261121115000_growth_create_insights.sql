-- What was learnt about a client's leads.

create table growth.growth_brain (
    id                uuid primary key default gen_random_uuid(),
    client_id         uuid references growth.clients (client_id) on delete cascade,
    event_type        text not null check (event_type in (
        'conversion', 'reversion', 'pattern_detected', 'engagement_score', 'urgency_trend', 'tone_distribution', 'conversion_prediction')),
    learning_snapshot jsonb check (jsonb_typeof(learning_snapshot) = 'object'),
    insight_text      text,
    confidence        numeric(3, 2) check (confidence >= 0 and confidence <= 1),
    created_at        timestamptz default engine.now(),
    day               date
);
create index idx_growth_brain_client_id on growth.growth_brain (client_id);
create index idx_growth_brain_event_type on growth.growth_brain (event_type);
create index idx_growth_brain_created_at on growth.growth_brain (created_at desc);
create index idx_growth_brain_confidence on growth.growth_brain (confidence desc);
create index idx_growth_brain_snapshot on growth.growth_brain using gin (learning_snapshot);
-- The latest insights of a client, and its last hundred conversions, without sorting all it ever had.
create index growth_brain_client_recent on growth.growth_brain (client_id, created_at desc);
create index growth_brain_client_day on growth.growth_brain (client_id, day) where day is not null;
create index growth_brain_client_event on growth.growth_brain (client_id, event_type, created_at desc);
-- The document asks for a pattern by ->>, which the GIN index does not answer.
create index growth_brain_pattern_type on growth.growth_brain ((learning_snapshot ->> 'pattern_type'))
    where learning_snapshot ->> 'pattern_type' is not null;

comment on table growth.growth_brain is 'AI learning snapshots and growth analytics with feedback loop';
comment on column growth.growth_brain.event_type is
    'conversion, reversion, pattern_detected, engagement_score, urgency_trend, tone_distribution, conversion_prediction';
comment on column growth.growth_brain.learning_snapshot is 'Flexible JSONB containing patterns, metrics, predictions';
comment on column growth.growth_brain.day is
    'ringback: the client''s local day that was computed; null for what happened once, such as a conversion';
comment on column growth.growth_brain.insight_text is 'Human-readable insight for dashboard display';

-- Text that may be no instant at all: histories hold what their writers put there.
create function growth.read_instant(text text) returns timestamptz
    language plpgsql stable strict
    set search_path = ''
as $$
begin
    return text::timestamptz;
exception when data_exception then
    return null;
end
$$;
revoke execute on function growth.read_instant(text) from public;
grant execute on function growth.read_instant(text) to service_role;

-- What a history said before `until`; its first word where it began later, `present` where it is empty.
create function growth.value_at(history jsonb, until timestamptz, present text) returns text
    language sql stable
    set search_path = ''
return case
    when jsonb_array_length(history) > 1 then (
        select e.entry ->> 'value'
          from jsonb_array_elements(history) with ordinality as e (entry, place)
         where e.place = 1 or growth.read_instant(e.entry ->> 'timestamp') < until
         order by e.place desc
         limit 1)
    else coalesce(history -> 0 ->> 'value', present) end;
revoke execute on function growth.value_at(jsonb, timestamptz, text) from public;
grant execute on function growth.value_at(jsonb, timestamptz, text) to service_role;

-- Leads by when they came, for the days that look back at them.
create index lead_memory_client_came on growth.lead_memory (client_id, "timestamp" desc, id desc);

-- The computed rows are a rollup of leads and actions. What a lead has become since the day in question is told by its histories
-- and actions, so a change counts when it was made; a change of what has no history counts since the lead came.
insert into engine.rollup (name) values ('growth.growth_brain');

create function growth.mark_insights() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select distinct 'growth.growth_brain', 'growth', client_id::text, date_bin('15 minutes', "timestamp", 'epoch')
          from written where client_id is not null and isfinite("timestamp");
    elsif tg_op = 'DELETE' then
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select distinct 'growth.growth_brain', 'growth', client_id::text, date_bin('15 minutes', "timestamp", 'epoch')
          from gone where client_id is not null and isfinite("timestamp");
    else
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select distinct 'growth.growth_brain', 'growth', m.client_id::text, date_bin('15 minutes', m.at, 'epoch')
          from written w
          join gone g on g.id = w.id
         cross join lateral (values (
               (w.client_id, w."timestamp", w.is_test, w.source, w.industry, w.estimated_value)
               is distinct from (g.client_id, g."timestamp", g.is_test, g.source, g.industry, g.estimated_value)
               or not (w.urgency_history @> g.urgency_history and w.tone_history @> g.tone_history
                       and w.confidence_history @> g.confidence_history))) as c (is_of_old)
         cross join lateral (values (w.client_id, case when c.is_of_old then w."timestamp" end), (g.client_id, case when c.is_of_old then g."timestamp" end),
               (w.client_id, case when (w.urgency, w.tone, w.confidence_score, w.current_tag, w.urgency_history, w.tone_history, w.confidence_history)
                                       is distinct from
                                       (g.urgency, g.tone, g.confidence_score, g.current_tag, g.urgency_history, g.tone_history, g.confidence_history)
                                  then w.last_updated end)) as m (client_id, at)
         where m.client_id is not null and isfinite(m.at);
    end if;
    return null;
end
$$;
revoke execute on function growth.mark_insights() from public;
create trigger lead_memory_mark_insert after insert on growth.lead_memory
    referencing new table as written for each statement execute function growth.mark_insights();
create trigger lead_memory_mark_update after update on growth.lead_memory
    referencing old table as gone new table as written for each statement execute function growth.mark_insights();
create trigger lead_memory_mark_delete after delete on growth.lead_memory
    referencing old table as gone for each statement execute function growth.mark_insights();
create trigger lead_actions_mark_insert after insert on growth.lead_actions
    referencing new table as written for each statement execute function growth.mark_insights();
create trigger lead_actions_mark_delete after delete on growth.lead_actions
    referencing old table as gone for each statement execute function growth.mark_insights();

-- Whether a client is a test is true of all its days.
create function growth.mark_tested_clients() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into engine.dirty_day (rollup, pack, tenant, at)
    select 'growth.growth_brain', 'growth', w.client_id::text, '-infinity'
      from written w join gone g on g.client_id = w.client_id
     where w.is_test <> g.is_test;
    return null;
end
$$;
revoke execute on function growth.mark_tested_clients() from public;
create trigger clients_mark_tested after update on growth.clients
    referencing old table as gone new table as written for each statement execute function growth.mark_tested_clients();

-- Conversions and reversions are recorded as the client that tags the lead; nobody rewrites what was learnt.
alter table growth.growth_brain enable row level security;
create policy client_brain_isolation on growth.growth_brain for select to authenticated
    using (client_id = (select growth.current_client_id()));
create policy client_brain_insert on growth.growth_brain for insert to authenticated
    with check (client_id = (select growth.current_client_id()) and day is null);

grant select, insert on growth.growth_brain to authenticated;
grant select, insert, update, delete on growth.growth_brain to service_role;
