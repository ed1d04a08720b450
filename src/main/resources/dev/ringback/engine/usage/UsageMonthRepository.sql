-- name: recompute
-- The months of the days given, whole.
with month as (
    select distinct pack, tenant, zone, date_trunc('month', day::timestamp)::date as month
      from unnest(:packs::text[], :tenants::text[], :days::date[], :zones::text[]) as d (pack, tenant, day, zone)
), wanted as (
    select m.pack, m.tenant, e.metric, m.month, sum(e.quantity) as quantity
      from month m
      join engine.usage_event e on e.pack = m.pack and e.tenant = m.tenant
       and e.at >= (m.month - 1)::timestamp at time zone 'UTC' and e.at < (m.month + 33)::timestamp at time zone 'UTC'
       and date_trunc('month', e.at at time zone m.zone)::date = m.month
     group by m.pack, m.tenant, e.metric, m.month
), gone as (
    delete from engine.usage_month r using month m
     where r.pack = m.pack and r.tenant = m.tenant and r.month = m.month
       and not exists (select from wanted w where w.pack = r.pack and w.tenant = r.tenant and w.month = r.month and w.metric = r.metric)
    returning r.pack, r.tenant, r.month as day
), written as (
    insert into engine.usage_month as r (pack, tenant, metric, month, quantity)
    select pack, tenant, metric, month, quantity from wanted
    on conflict (pack, tenant, metric, month) do update set quantity = excluded.quantity where r.quantity <> excluded.quantity
    returning r.pack, r.tenant, r.month as day
)
select concat_ws('/', pack, tenant, day) as changed from gone
union
select concat_ws('/', pack, tenant, day) from written;

-- name: mark_range
-- The days of the range that have events, and the first of each of its months that has a row.
with day as (
    select e.pack, e.tenant, coalesce(s.zone, 'UTC') as zone, (e.at at time zone coalesce(s.zone, 'UTC'))::date as day
      from engine.usage_event e
      left join engine.tenant_setting s on s.pack = e.pack and s.tenant = e.tenant
    union
    select r.pack, r.tenant, coalesce(s.zone, 'UTC'), r.month
      from engine.usage_month r
      left join engine.tenant_setting s on s.pack = r.pack and s.tenant = r.tenant
)
insert into engine.dirty_day (rollup, pack, tenant, at)
select distinct 'engine.usage_month', pack, tenant, (date_trunc('month', day::timestamp) + time '12:00') at time zone zone
  from day
 where (:pack::text is null or pack = :pack) and (:tenant::text is null or tenant = :tenant)
   and day between date_trunc('month', coalesce(:from::date, '-infinity')::timestamp) and coalesce(:to::date, 'infinity');
