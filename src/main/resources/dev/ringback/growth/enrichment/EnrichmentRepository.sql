-- name: enqueue
-- Has the model asked about leads, all at once.
select engine.enqueue_all(array_agg(row('growth', :kind::text, a.tenant, 'lead', a.id, :kind || ':' || a.id, :now::timestamptz, null,
                                        false)::engine.new_work))
  from unnest(:tenants::text[], :ids::text[]) as a (tenant, id);

-- name: find_unsure
-- A lead in whose message the rules found no intent; tests are nobody's to judge. It is held: whoever erases the person waits, or has erased.
select l.id, l.client_id, l.message, coalesce(l.language, 'en') as language, l.last_submitted_at
  from growth.lead_memory l join growth.clients c on c.client_id = l.client_id
 where l.id = :id and l.intent = 'other' and not l.deleted and l.is_test is not true and c.is_test is not true and btrim(l.message) <> ''
   for update of l;

-- name: record
-- What a model read there.
update growth.lead_memory
   set intent = :intent, tone = :tone, urgency = :urgency, last_updated = :now
 where id = :id;
