-- name: lock_rollup
-- One at a time: who looks at the facts later writes later. No row while somebody else recomputes it.
select name from engine.rollup where name = :rollup for update skip locked;

-- name: take_marks
-- What the :limit oldest marks name, of one tenant or of all, with every other mark of the same, as days of their tenants' zones;
-- without a day where every one is meant.
with oldest as (
    select pack, tenant, at from engine.dirty_day
     where rollup = :rollup and (:tenant::text is null or pack = :pack and tenant = :tenant)
     order by id limit :limit
), mark as (
    delete from engine.dirty_day d using (select distinct pack, tenant, at from oldest) o
     where d.rollup = :rollup and d.pack = o.pack and d.tenant = o.tenant and d.at = o.at
    returning d.pack, d.tenant, d.at
)
select m.pack, m.tenant, coalesce(s.zone, 'UTC') as zone, d.day, count(*)::integer as marks
  from mark m
  left join engine.tenant_setting s on s.pack = m.pack and s.tenant = m.tenant
 cross join lateral (select case when isfinite(m.at) then (m.at at time zone coalesce(s.zone, 'UTC'))::date end as day) as d
 group by m.pack, m.tenant, s.zone, d.day;

-- name: find_marked
-- Whose the :limit oldest marks are, the longest waiting first.
select pack, tenant from (select id, pack, tenant from engine.dirty_day where rollup = :rollup order by id limit :limit) oldest
 group by pack, tenant
 order by min(id);

-- name: postpone
-- A tenant's marks go behind all others.
with taken as (
    delete from engine.dirty_day where rollup = :rollup and pack = :pack and tenant = :tenant returning at
)
insert into engine.dirty_day (rollup, pack, tenant, at) select distinct :rollup, :pack, :tenant, at from taken;

-- name: count_marks
-- What is still to be computed.
select count(*) as remaining from engine.dirty_day;

-- name: close_days
-- Days that ended in their tenants' zones since those were last looked at, at most :most_days back, are marked once more.
with ended as (
    select pack, tenant, zone, closed_day, (:now::timestamptz at time zone zone)::date - 1 as yesterday
      from engine.tenant_setting
     where closed_day is null or closed_day < (:now::timestamptz at time zone zone)::date - 1
     order by pack, tenant
     limit :limit
       for update skip locked
), closed as (
    update engine.tenant_setting s set closed_day = e.yesterday from ended e where s.pack = e.pack and s.tenant = e.tenant
), marked as (
    insert into engine.dirty_day (rollup, pack, tenant, at)
    select r.name, e.pack, e.tenant, (e.yesterday - back + time '12:00') at time zone e.zone
      from ended e
     cross join lateral generate_series(0, least(e.yesterday - coalesce(e.closed_day, e.yesterday - 1) - 1, :most_days - 1)) as back
      join engine.rollup r on split_part(r.name, '.', 1) in ('engine', e.pack)
)
select count(*)::integer as tenants from ended;

-- name: find_quiet_days
-- Ended days of the last week of tenants without a mark; others each night where there are too many.
select s.pack, s.tenant, s.zone, (:now::timestamptz at time zone s.zone)::date - back as day
  from engine.tenant_setting s
 cross join lateral generate_series(1, 7) as back
 where split_part(:rollup, '.', 1) in ('engine', s.pack)
   and not exists (select from engine.dirty_day d where d.rollup = :rollup and d.pack = s.pack and d.tenant = s.tenant)
 order by md5(s.tenant || (:now::timestamptz)::date), s.tenant
 limit :limit;

-- name: find_marked_tenants
-- Who has marks.
select distinct concat_ws('/', pack, tenant) as tenant from engine.dirty_day where rollup = :rollup;
