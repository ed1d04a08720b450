-- name: list_brakes
-- The emergency stops that are on, the oldest first.
select pack, tenant, channel, reason, since from engine.brake order by since, pack, tenant, channel;

-- name: find_brake
-- One emergency stop.
select pack, tenant, channel, reason, since from engine.brake where pack = :pack and tenant = :tenant and channel = :channel;

-- name: set_brake
-- Nothing that it covers begins to be submitted once this is committed. One that is on already keeps its date.
insert into engine.brake (pack, tenant, channel, reason, since)
values (:pack, :tenant, :channel, :reason, :now)
on conflict (pack, tenant, channel) do update set reason = excluded.reason
returning pack, tenant, channel, reason, since;

-- name: release_brake
-- Lets go what it held.
delete from engine.brake where pack = :pack and tenant = :tenant and channel = :channel
returning pack, tenant, channel, reason, since;
