-- name: take_key
-- Takes the key where it is free or its time is over; no row where somebody has it. The same request again, of which a crash left no
-- answer, is the first one going on: it keeps its instant.
insert into engine.idempotency as i (caller, key, request_hash, created_at, expires_at)
values (:caller, :key, :hash, :now, :expires_at)
on conflict (caller, key) do update
   set request_hash = excluded.request_hash,
       status       = null,
       body         = null,
       created_at   = case when i.status is null and i.request_hash = excluded.request_hash then i.created_at else excluded.created_at end,
       expires_at   = excluded.expires_at
 where i.expires_at <= :now
returning created_at;

-- name: find_answer
-- What is known of a taken key.
select request_hash, status, body from engine.idempotency where caller = :caller and key = :key;

-- name: keep_answer
-- The answer of the request that has the key.
update engine.idempotency
   set status = :status, body = :body, expires_at = :expires_at
 where caller = :caller and key = :key and request_hash = :hash and status is null;

-- name: free_key
-- A refused request leaves nothing behind: corrected, it may use its key again.
delete from engine.idempotency where caller = :caller and key = :key and request_hash = :hash and status is null;

-- name: delete_expired
-- Housekeeping. A request of which a crash left no answer is remembered as long as an answer would be.
delete from engine.idempotency where expires_at <= :now and (status is not null or created_at <= :before);
