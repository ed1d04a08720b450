-- name: record
-- Once per source.
insert into engine.usage_event (pack, tenant, metric, source_id, quantity)
values (:pack, :tenant, :metric, :source_id, :quantity)
on conflict (pack, tenant, metric, source_id) do nothing;

-- name: lock_allowance
-- Takers of one allowance pass one after another.
select remaining from engine.allowance where pack = :pack and tenant = :tenant and metric = :metric for update;

-- name: find_allowance
-- What is left, and whether this source has had its part; read under the lock.
select coalesce((select remaining from engine.allowance where pack = :pack and tenant = :tenant and metric = :metric), 0) as remaining,
       exists (select from engine.usage_event
                where pack = :pack and tenant = :tenant and metric = :metric and source_id = :source_id) as used_before;

-- name: take
-- Counted and taken together; the table's check refuses less than nothing.
with used as (
    insert into engine.usage_event (pack, tenant, metric, source_id, quantity)
    values (:pack, :tenant, :metric, :source_id, :quantity)
    returning quantity
)
update engine.allowance a set remaining = a.remaining - u.quantity from used u
 where a.pack = :pack and a.tenant = :tenant and a.metric = :metric
returning a.remaining;

-- name: allow
-- What may be used from now on, whatever was left.
insert into engine.allowance (pack, tenant, metric, remaining) values (:pack, :tenant, :metric, :quantity)
on conflict (pack, tenant, metric) do update set remaining = excluded.remaining;
