-- name: list_days
-- The days given and those whose figures look back at them: each later one of the client that is over, has rows or is given, too.
with given as (
    select c.client_id, g.day, g.zone
      from unnest(:tenants::text[], :days::date[], :zones::text[]) as g (tenant, day, zone) join growth.clients c on c.client_id::text = g.tenant
), span as (
    select g.client_id, g.zone, min(g.day) as first_day, greatest(max(g.day), max(s.closed_day), max(b.day)) as last_day
      from given g
      left join engine.tenant_setting s on s.pack = 'growth' and s.tenant = g.client_id::text
      left join lateral (select max(day) as day from growth.growth_brain where client_id = g.client_id and day is not null) b on true
     group by g.client_id, g.zone
)
select client_id, zone, d::date as day from span cross join lateral generate_series(first_day, last_day, interval '1 day') as d order by client_id, day;

-- name: read_figures
-- What the clients' leads looked like when the days ended: each lead's tag, urgency, tone and confidence are those of that moment. Of
-- a day that isn't over only if something happened on it. The last thousands of leads are enough to find a hundred conversions.
with asked as (
    select a.ord, c.client_id, a.day, (a.day::timestamp at time zone a.zone) as midnight, ((a.day + 1)::timestamp at time zone a.zone) as until,
           a.day <= s.closed_day as is_over
      from unnest(:clients::uuid[], :days::date[], :zones::text[]) with ordinality as a (client_id, day, zone, ord)
      join growth.clients c on c.client_id = a.client_id
      left join engine.tenant_setting s on s.pack = 'growth' and s.tenant = a.client_id::text
     where not c.is_test
), lead as materialized (
    select a.ord, a.until, l.id, l."timestamp" as at, l.source, l.industry, l.estimated_value, x.converted, x.answered,
           coalesce(x.tag, case when x.was_tagged then 'Active' else l.current_tag end) as tag,
           growth.value_at(l.urgency_history, '-infinity', l.urgency) as first_urgency,
           growth.value_at(l.urgency_history, a.until, l.urgency) as urgency,
           growth.value_at(l.tone_history, a.until, l.tone) as tone,
           growth.value_at(l.confidence_history, a.until, l.confidence_score::text) as stated_confidence,
           l."timestamp" >= a.until - interval '30 days' as is_recent,
           case when l."timestamp" >= a.until - interval '7 days' then 1
                when l."timestamp" >= a.until - interval '14 days' then 2 end as week
      from asked a
      join growth.lead_memory l on l.client_id = a.client_id and l."timestamp" < a.until and l."timestamp" >= a.until - interval '60 days'
       and l.is_test is not true
     cross join lateral (
           select (array_agg(tag order by "timestamp" desc, id desc) filter (where tag is not null and "timestamp" < a.until))[1] as tag,
                  coalesce(bool_or(tag is not null), false) as was_tagged,
                  coalesce(bool_or(action_type = 'update' and detail in ('submitted', 'replied') and "timestamp" < a.until), false) as answered,
                  coalesce(max("timestamp") filter (where conversion_outcome and "timestamp" < a.until)
                           > coalesce(max("timestamp") filter (where action_type = 'revert' and "timestamp" < a.until), '-infinity'), false) as converted
             from growth.lead_actions where lead_id = l.id) x
), present as (
    select ord, id, at, source, industry, estimated_value, converted, answered, tag, first_urgency, urgency, tone, is_recent, week, c.confidence,
           case urgency when 'Low' then 1 when 'Medium' then 2 when 'High' then 3 end as level, tag in ('Active', 'Follow-Up') as is_open
      from lead
     cross join lateral (select case when stated_confidence ~ '^[01](\.[0-9]{1,9})?$' then stated_confidence::numeric end) as c (confidence)
     where tag <> 'Deleted'
), counted as (
    select ord,
           count(*) filter (where is_recent) as recent_total,
           count(*) filter (where is_recent and is_open) as recent_active,
           count(*) filter (where is_recent and converted) as recent_converted,
           count(*) filter (where is_recent and answered) as recent_answered,
           count(*) filter (where is_recent and urgency = 'High') as recent_high,
           coalesce(round(avg(confidence) filter (where is_recent), 2), 0) as recent_confidence,
           count(*) filter (where not is_recent) as before_total,
           count(*) filter (where not is_recent and is_open) as before_active,
           count(*) filter (where not is_recent and converted) as before_converted,
           count(*) filter (where not is_recent and answered) as before_answered,
           count(*) filter (where not is_recent and urgency = 'High') as before_high,
           coalesce(round(avg(confidence) filter (where not is_recent), 2), 0) as before_confidence,
           count(level) filter (where week = 1) as week_leads,
           coalesce(sum(level) filter (where week = 1), 0) as week_sum,
           coalesce(sum(level * level) filter (where week = 1), 0) as week_squares,
           count(*) filter (where week = 1 and level = 1) as week_low,
           count(*) filter (where week = 1 and level = 3) as week_high,
           count(level) filter (where week = 2) as last_week_leads,
           coalesce(sum(level) filter (where week = 2), 0) as last_week_sum,
           coalesce(sum(level * level) filter (where week = 2), 0) as last_week_squares,
           count(*) filter (where week = 2 and level = 1) as last_week_low,
           count(*) filter (where week = 2 and level = 3) as last_week_high,
           count(*) filter (where is_recent and is_open) as open_leads,
           count(*) filter (where is_recent and tag = 'Follow-Up') as open_follow_ups,
           count(*) filter (where is_recent and is_open and confidence > 0.85) as open_confident
      from present
     group by ord
), named as (
    select ord, what, name, count(*) as leads, row_number() over (partition by ord, what order by count(*) desc, name collate "C") as place
      from present cross join lateral (values ('tone', tone), ('source', source), ('industry', industry)) as n (what, name)
     where is_recent and name is not null
     group by ord, what, name
), names as (
    select ord,
           jsonb_object_agg(name, leads) filter (where what = 'tone') as tones,
           array_agg(name order by place) filter (where what = 'source' and place <= 3) as sources,
           array_agg(name order by place) filter (where what = 'industry' and place <= 3) as industries
      from named
     group by ord
), worth as (
    select ord, id, first_urgency, estimated_value,
           row_number() over (partition by ord, first_urgency order by estimated_value desc, id) as place
      from present where is_recent and is_open and estimated_value > 0
), worths as (
    select ord, jsonb_agg(jsonb_build_object('id', id, 'urgency', coalesce(first_urgency, ''), 'value', estimated_value::text)
                          order by estimated_value desc, id) as most_worth
      from worth where place <= 5
     group by ord
), trial as (
    select a.ord, t.urgency, t.converted
      from asked a
     cross join lateral (
           select m.urgency, m.converted, sum(m.converted::integer) over (order by m.at desc, m.id desc) - m.converted::integer as later
             from (
                      select l.id, l."timestamp" as at, coalesce(growth.value_at(l.urgency_history, '-infinity', l.urgency), '') as urgency, x.converted
                        from growth.lead_memory l
                       cross join lateral (
                             select coalesce(max("timestamp") filter (where conversion_outcome) <= l."timestamp" + interval '30 days'
                                             and max("timestamp") filter (where conversion_outcome)
                                                 > coalesce(max("timestamp") filter (where action_type = 'revert'), '-infinity'), false) as converted
                               from growth.lead_actions where lead_id = l.id and "timestamp" < a.until) x
                       where l.client_id = a.client_id and l.is_test is not true and l."timestamp" < a.until - interval '30 days'
                       order by l."timestamp" desc, l.id desc
                       limit 5000) m) t
     where t.later < 100
), trials as (
    select ord, jsonb_object_agg(urgency, jsonb_build_array(leads, conversions)) as history
      from (select ord, urgency, count(*) as leads, count(*) filter (where converted) as conversions from trial group by ord, urgency) t
     group by ord
)
select a.client_id, a.day, greatest(a.midnight, f.at) as at,
       c.recent_total, c.recent_active, c.recent_converted, c.recent_answered, c.recent_high, c.recent_confidence, c.before_total,
       c.before_active, c.before_converted, c.before_answered, c.before_high, c.before_confidence, c.week_leads, c.week_sum, c.week_squares,
       c.week_low, c.week_high, c.last_week_leads, c.last_week_sum, c.last_week_squares, c.last_week_low, c.last_week_high, c.open_leads,
       c.open_follow_ups, c.open_confident,
       n.tones, n.sources, n.industries, w.most_worth, t.history
  from asked a
  join counted c on c.ord = a.ord
 cross join lateral (
       select greatest((select max(at) from lead where lead.ord = a.ord),
                       (select max(la."timestamp") from growth.lead_actions la where la.client_id = a.client_id and la.is_test is not true
                                                                             and la."timestamp" < a.until)) as at) f
  left join names n on n.ord = a.ord
  left join worths w on w.ord = a.ord
  left join trials t on t.ord = a.ord
 where c.recent_total > 0 and (a.is_over or f.at >= a.midnight)
 order by a.ord;

-- name: write_insights
-- The days' computed rows, whole: new ones, changed ones, and none that the figures don't give any more. Answers the days that changed.
with asked as (
    select client_id, day from unnest(:clients::uuid[], :days::date[]) as a (client_id, day)
), wanted as (
    select md5(concat_ws('/', 'growth.growth_brain', client_id, day, event_type, pattern))::uuid as id, client_id, day, event_type, snapshot::jsonb,
           text, confidence, at
      from unnest(:of_clients::uuid[], :of_days::date[], :event_types::text[], :patterns::text[], :snapshots::text[], :texts::text[],
                  :confidences::numeric[], :ats::timestamptz[])
           as w (client_id, day, event_type, pattern, snapshot, text, confidence, at)
), gone as (
    delete from growth.growth_brain b using asked a
     where b.client_id = a.client_id and b.day = a.day and not exists (select from wanted w where w.id = b.id)
    returning b.client_id, b.day
), written as (
    insert into growth.growth_brain as b (id, client_id, day, event_type, learning_snapshot, insight_text, confidence, created_at)
    select id, client_id, day, event_type, snapshot, text, confidence, at from wanted
    on conflict (id) do update
       set learning_snapshot = excluded.learning_snapshot,
           insight_text      = excluded.insight_text,
           confidence        = excluded.confidence,
           created_at        = excluded.created_at
     where (b.learning_snapshot, b.insight_text, b.confidence, b.created_at)
           is distinct from (excluded.learning_snapshot, excluded.insight_text, excluded.confidence, excluded.created_at)
    returning b.client_id, b.day
)
select concat_ws('/', 'growth', client_id, day) as changed from gone
union
select concat_ws('/', 'growth', client_id, day) from written;

-- name: mark_range
-- The days of the range that something happened on, those that look back at a lead of theirs, and those that have rows; at noon,
-- which every day has.
with client as (
    select c.client_id, coalesce(s.zone, 'UTC') as zone, s.closed_day
      from growth.clients c
      left join engine.tenant_setting s on s.pack = 'growth' and s.tenant = c.client_id::text
     where coalesce(:pack::text, 'growth') = 'growth' and (:tenant::text is null or c.client_id::text = :tenant)
), wrote as (
    select distinct c.client_id, c.zone, c.closed_day, (l."timestamp" at time zone c.zone)::date as day
      from client c join growth.lead_memory l on l.client_id = c.client_id
     where l."timestamp" is not null
), day as (
    select client_id, zone, day from wrote
    union
    select client_id, zone, d::date from wrote cross join lateral generate_series(day, least(day + 31, closed_day), interval '1 day') as d
    union
    select c.client_id, c.zone, (a."timestamp" at time zone c.zone)::date
      from client c join growth.lead_actions a on a.client_id = c.client_id
     where a."timestamp" is not null
    union
    select c.client_id, c.zone, b.day from client c join growth.growth_brain b on b.client_id = c.client_id where b.day is not null
)
insert into engine.dirty_day (rollup, pack, tenant, at)
select 'growth.growth_brain', 'growth', client_id::text, (day + time '12:00') at time zone zone
  from day
 where day between coalesce(:from::date, '-infinity') and coalesce(:to::date, 'infinity');

-- name: list
-- What the caller's leads taught, the latest first.
select id, event_type, learning_snapshot, insight_text, confidence, created_at
  from growth.growth_brain
 where client_id = growth.current_client_id() and (:event_type::text is null or event_type = :event_type)
   and (created_at, id) < (:before_at, :before_id)
 order by created_at desc, id desc
 limit :limit;
