-- name: list_open
-- What waits for a person, the latest first.
select id, pack, kind, tenant, subject_kind, subject_id, attempts, last_error, coalesce(history, '{}') as history, payload, created_at, died_at
  from engine.dead_letter
 where closed_as is null and (died_at, id) < (:before_at, :before_id)
 order by died_at desc, id desc
 limit :limit;

-- name: replay
-- Closes letters and enqueues their work anew, due now. Where a live piece has the key by now, that one stands.
with chosen as (
    update engine.dead_letter set closed_as = 'replayed', closed_at = :now where id = any (:ids) and closed_as is null
    returning pack, kind, tenant, subject_kind, subject_id, dedupe_key, payload, stop_on_reply
)
select count(*) as replayed,
       engine.enqueue_all(array_agg(row(pack, kind, tenant, subject_kind, subject_id, dedupe_key, :now::timestamptz, payload,
                                        stop_on_reply)::engine.new_work), 'keep') as enqueued
  from chosen;

-- name: discard
-- Closes letters; their work is not done.
update engine.dead_letter set closed_as = 'discarded', closed_at = :now where id = any (:ids) and closed_as is null;
