-- name: recompute
-- Each message, call and finding counts on its day in the team's zone, for the campaign that its session is of.
with day as (
    select d.day, d.day::timestamp at time zone d.zone as since, (d.day + 1)::timestamp at time zone d.zone as until
      from unnest(:days::date[], :zones::text[]) as d (day, zone)
), fact as (
    select d.day, h.session_id, h.at, case h.message ->> 'sender' when 'agent' then 'sent' else 'received' end as kind, 1 as value
      from day d join recruiting.chat_history h on h.at >= d.since and h.at < d.until
    union all
    select d.day, c.session_id, c.called_at, 'call', 1
      from day d join recruiting.call_info c on c.called_at >= d.since and c.called_at < d.until
    union all
    select d.day, e.session_id, e.occurred_at, 'met',
           (coalesce(e.new_value, 'null') <> 'null')::integer - (coalesce(e.old_value, 'null') <> 'null')::integer
      from day d join recruiting.session_objective_events e on e.occurred_at >= d.since and e.occurred_at < d.until
), wanted as (
    select s.campaign, f.day,
           coalesce(sum(f.value) filter (where f.kind = 'sent'), 0)::integer as messages_sent,
           coalesce(sum(f.value) filter (where f.kind = 'received'), 0)::integer as messages_received,
           coalesce(sum(f.value) filter (where f.kind = 'call'), 0)::integer as calls,
           coalesce(sum(f.value) filter (where f.kind = 'met'), 0)::integer as objectives_met,
           max(f.at) as latest_at
      from fact f join recruiting.session_info s on s.session_id = f.session_id
     where s.campaign is not null
     group by s.campaign, f.day
), gone as (
    delete from recruiting.campaign_daily r using day d
     where r.day = d.day and not exists (select from wanted w where w.campaign = r.campaign and w.day = r.day)
    returning r.day
), written as (
    insert into recruiting.campaign_daily as r (campaign, day, messages_sent, messages_received, calls, objectives_met, latest_at)
    select campaign, day, messages_sent, messages_received, calls, objectives_met, latest_at from wanted
    on conflict (campaign, day) do update
       set messages_sent     = excluded.messages_sent,
           messages_received = excluded.messages_received,
           calls             = excluded.calls,
           objectives_met    = excluded.objectives_met,
           latest_at         = excluded.latest_at
     where (r.messages_sent, r.messages_received, r.calls, r.objectives_met, r.latest_at)
           is distinct from (excluded.messages_sent, excluded.messages_received, excluded.calls, excluded.objectives_met, excluded.latest_at)
    returning r.day
)
select concat_ws('/', 'recruiting', 'recruiting', day) as changed from gone
union
select concat_ws('/', 'recruiting', 'recruiting', day) from written;

-- name: mark_range
-- The days of the range that have facts or rows; at noon, which every day has.
with zone as (
    select coalesce((select zone from engine.tenant_setting where pack = 'recruiting' and tenant = 'recruiting'), 'UTC') as name
), day as (
    select (h.at at time zone z.name)::date as day from recruiting.chat_history h cross join zone z
    union
    select (c.called_at at time zone z.name)::date from recruiting.call_info c cross join zone z
    union
    select (e.occurred_at at time zone z.name)::date from recruiting.session_objective_events e cross join zone z
    union
    select day from recruiting.campaign_daily
)
insert into engine.dirty_day (rollup, pack, tenant, at)
select 'recruiting.campaign_daily', 'recruiting', 'recruiting', (d.day + time '12:00') at time zone z.name
  from day d cross join zone z
 where d.day between coalesce(:from::date, '-infinity') and coalesce(:to::date, 'infinity')
   and coalesce(:pack::text, 'recruiting') = 'recruiting' and coalesce(:tenant::text, 'recruiting') = 'recruiting';
