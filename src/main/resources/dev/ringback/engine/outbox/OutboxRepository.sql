-- name: list_outbox
-- What the outbox adapter kept, newest first.
select id, pack, tenant, subject_kind, subject_id, step, channel, our_address, their_address, subject, body_text, status, reference, sent_at
  from engine.message
 where provider = 'outbox' and sent_at is not null and (sent_at, id) < (:before_at, :before_id)
 order by sent_at desc, id desc
 limit :limit;

-- name: find_kept
-- One message of the outbox.
select id, pack, tenant, subject_kind, subject_id, step, channel, our_address, their_address, subject, body_text, status, reference, sent_at
  from engine.message where id = :id and provider = 'outbox' and sent_at is not null;
