-- name: enqueue
-- One piece of work from our own code, in the caller's transaction; a live one of the same key is moved.
select engine.enqueue(:pack, :kind, :tenant, :subject_kind, :subject_id, :dedupe_key, :due_at, :payload, :stop_on_reply);

-- name: cancel_on_reply
-- The subject answered: whatever was to stop then, stops. A batch that holds it already finds no row at its completion.
with stopped as (
    delete from engine.work
     where pack = :pack and subject_kind = :subject_kind and subject_id = :subject_id and stop_on_reply
    returning id
), unhoused as (
    delete from engine.waiting where work_id in (select id from stopped)
)
select count(*) as stopped from stopped;

-- name: postpone_on_reply
-- The subject is away: whatever its answer would stop waits until then, at the earliest.
select engine.postpone_on_reply(:pack, :subject_kind, :subject_id, :until) as postponed;
