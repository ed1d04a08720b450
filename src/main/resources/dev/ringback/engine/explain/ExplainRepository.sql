-- name: find_message
-- One message that the caller may see.
select id, pack, tenant, subject_kind, subject_id, step, channel, status, rule, reason, held_until, planned_at
  from engine.message where id = :id and direction = 'out';

-- name: list_messages
-- What was to be sent to a subject that the caller may see, the latest first.
select id, pack, tenant, subject_kind, subject_id, step, channel, status, rule, reason, held_until, planned_at
  from engine.message
 where pack = :pack and subject_kind = :subject_kind and subject_id = :subject_id and direction = 'out'
 order by created_at desc, id
 limit :limit;

-- name: list_verdicts
-- What was decided about messages, in order.
select message, at, verdict, rule, reason, until from engine.verdict where message = any (:ids::uuid[]) order by id limit :limit;

-- name: list_events
-- What was reported of messages, in the order in which it happened.
select message, at, event, provider, detail from engine.message_event where message = any (:ids::uuid[]) order by at, event limit :limit;
