-- name: store
-- A group of arrivals, once per event; answers the places of those that are new. Inserted in the order of their keys, so that two
-- instances with the same events wait for each other and don't lock each other out. The table's trigger enqueues the work.
with arrived as (
    select provider, event_id, content_type, query, body, least(since, :now::timestamptz) as since, (place - 1)::integer as place
      from unnest(:providers::text[], :event_ids::text[], :content_types::text[], :queries::text[], :bodies::bytea[], :sinces::timestamptz[])
           with ordinality as a (provider, event_id, content_type, query, body, since, place)
), stored as (
    insert into engine.inbox (provider, event_id, content_type, query, body, received_at)
    select provider, event_id, content_type, query, body, since from arrived order by provider, event_id, place
    on conflict (provider, account, event_id) do nothing
    returning provider, event_id
)
select min(a.place) as place from stored s join arrived a using (provider, event_id) group by provider, event_id;

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
