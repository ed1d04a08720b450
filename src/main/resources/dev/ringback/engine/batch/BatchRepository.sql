-- name: store_parts
-- The events of a batch, each once, as if it had come alone when the batch came; in the order of their keys, so that two batches with
-- the same events wait for each other and don't lock each other out. The table's trigger enqueues their work.
insert into engine.inbox (provider, account, event_id, content_type, query, body, received_at)
select b.provider, b.account, p.event_id, b.content_type, b.query, p.body, b.received_at
  from engine.inbox b
  cross join unnest(:event_ids::text[], :bodies::bytea[]) as p (event_id, body)
 where b.id = :batch
 order by p.event_id
on conflict (provider, account, event_id) do nothing
returning id;

-- name: empty
-- What a batch said stands in its parts.
update engine.inbox set body = '' where id = :id;

-- name: find
-- One arrival that was read, of which something is still to be fetched.
select id, provider, event_id, content_type, query, body, received_at from engine.inbox where id = :id and processed_at is not null;

-- name: note
-- What became of it in the end, and the message that it became.
update engine.inbox
   set processed_at = :now, result = :result, message = (select m.id from engine.message m where m.id = :message)
 where id = :id;
