-- name: list
-- A tenant's suppressions, the latest first.
select id, encode(address_hash, 'hex') as hash, key_id, channel_family, scope, reason, since, until
  from engine.suppression
 where pack = :pack and tenant = :tenant and (since, id) < (:before_at, :before_id)
 order by since desc, id desc
 limit :limit;
