-- name: find_unsure
-- A lead in whose message the rules found no intent; tests are nobody's to judge.
select l.id, l.client_id, l.message, coalesce(l.language, 'en') as language, l.last_submitted_at
  from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
 where l.id = :id and l.intent = 'other' and not l.deleted and l.is_test is not true and c.is_test is not true and btrim(l.message) <> '';

-- name: record
-- What a model read there; nothing where the person has written again meanwhile, or somebody has decided.
update growth.lead_memory
   set intent = :intent, tone = :tone, urgency = :urgency, last_updated = :now
 where id = :id and intent = 'other' and last_submitted_at = :submitted_at;
