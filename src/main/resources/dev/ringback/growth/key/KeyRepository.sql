-- name: find_own
-- The caller's client.
select client_id from growth.clients where client_id = growth.current_client_id();

-- name: log
-- The key that is about to be replaced, and until when it still opens. Two rotations at once are one after the other.
with held as (
    select client_id, api_key, api_key_prefix from growth.clients where client_id = :client for update
)
insert into growth.api_key_rotation_log (client_id, old_key, old_key_prefix, new_key_prefix, overlap_until, reason, rotated_by, rotated_at)
select client_id, api_key, api_key_prefix, :prefix, :until, :reason, :by, :now from held;

-- name: replace
-- The new key. The table's trigger keeps it as a digest.
update growth.clients set api_key = :key, last_rotated = :now where client_id = :client returning api_key_prefix;
