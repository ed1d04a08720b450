-- name: find_stranded
-- Messages that were cut off on their way to the provider and that no work will look after: their subject answered meanwhile, or
-- somebody took the work away.
select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id
  from engine.message m
 where m.status in ('submitting', 'uncertain') and m.settled_at is null and m.submitting_at < :before
   and not exists (select from engine.work w where w.dedupe_key = 'engine.send:' || m.id)
 order by m.submitting_at
 limit :limit;
