-- name: store
-- Once per event. The table's trigger enqueues the work.
insert into engine.inbox (provider, event_id, content_type, query, body, received_at)
values (:provider, :event_id, :content_type, :query, :body, :now)
on conflict (provider, account, event_id) do nothing
returning id;

-- name: find
-- One arrival that was not worked yet.
select id, provider, event_id, content_type, query, body, received_at from engine.inbox where id = :id and processed_at is null;

-- name: record_processed
-- Worked, in the transaction of everything it caused, with the message that it became.
update engine.inbox
   set processed_at = :now, result = :result, message = (select m.id from engine.message m where m.id = :message)
 where id = :id;
