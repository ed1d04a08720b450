-- name: store
-- A group of arrivals, once per event, committed by itself; answers the places of those that are new.
select place
  from engine.take_in(:providers::text[], :event_ids::text[], :content_types::text[], :queries::text[], :bodies::bytea[], :sinces::timestamptz[],
                      :now::timestamptz, :wakes_itself) as place;

-- name: enqueue
-- The arrivals of a burst, each with work of its own.
select engine.enqueue_arrivals(:ids) as enqueued;

-- name: find
-- One arrival that was not worked yet.
select id, provider, event_id, content_type, query, body, received_at from engine.inbox where id = :id and processed_at is null;

-- name: record_processed
-- Worked, in the transaction of everything it caused, with the message that it became.
update engine.inbox
   set processed_at = :now, result = :result, message = (select m.id from engine.message m where m.id = :message)
 where id = :id;
