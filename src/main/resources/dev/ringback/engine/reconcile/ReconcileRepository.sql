-- name: end_buried
-- Messages whose work is a dead letter: failed where nothing can have left, else uncertain for good.
with buried as (
    select m.id, m.status in ('submitting', 'uncertain') as may_have_left
      from engine.dead_letter d join engine.message m on m.id = (d.payload ->> 'message')::uuid
     where d.kind = 'engine.send' and m.settled_at is null and m.status in ('planned', 'claimed', 'submitting', 'uncertain')
       and not exists (select from engine.work w where w.dedupe_key = d.dedupe_key)
     order by m.id
     limit :limit
       for update of m skip locked
)
update engine.message m
   set status       = case when b.may_have_left then 'uncertain'::engine.message_status else 'failed' end,
       rule         = 'dead_letter',
       reason       = 'dead_letter',
       held_until   = null,
       uncertain_at = case when b.may_have_left then coalesce(m.uncertain_at, :now) else m.uncertain_at end,
       failed_at    = case when b.may_have_left then m.failed_at else :now end,
       settled_at   = case when b.may_have_left then :now::timestamptz end,
       decided_at   = :now
  from buried b
 where m.id = b.id
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;

-- name: find_stranded
-- Messages that were cut off on their way to the provider and that no work will look after: their subject answered meanwhile, or
-- somebody took the work away.
select m.id, m.pack, m.tenant, m.subject_kind, m.subject_id
  from engine.message m
 where m.status in ('submitting', 'uncertain') and m.settled_at is null and m.submitting_at < :before
   and not exists (select from engine.work w where w.dedupe_key = 'engine.send:' || m.id)
 order by m.submitting_at
 limit :limit;
