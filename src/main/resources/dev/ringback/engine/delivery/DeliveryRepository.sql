-- name: record_outcomes
-- Messages that do not leave, or not now: `status` says which. One that was stopped while it was being submitted ends here
-- instead of waiting. Answers those whose status changed.
with outcome as (
    select o.id, o.status::engine.message_status as status, o.rule, o.reason, o.until, o.settled
      from unnest(:ids::uuid[], :statuses::text[], :rules::text[], :reasons::text[], :untils::timestamptz[], :settled::boolean[])
           as o (id, status, rule, reason, until, settled)
), live as (
    select m.id, m.status, m.stop_reason, o.status = 'planned' and m.stop_reason is not null as stopped
      from engine.message m join outcome o on o.id = m.id
     where (m.status in ('planned', 'claimed', 'submitting', 'uncertain') or m.status = 'failed' and m.rule = 'dead_letter') and m.settled_at is null
     order by m.id
       for no key update of m
), recorded as (
    update engine.message m
       set status       = case when l.stopped then 'cancelled' else o.status end,
           rule         = case when l.stopped then 'reply' else o.rule end,
           reason       = case when l.stopped then l.stop_reason else o.reason end,
           held_until   = case when not l.stopped then o.until end,
           uncertain_at = case when o.status = 'uncertain' then coalesce(m.uncertain_at, m.submitting_at, :now) else m.uncertain_at end,
           failed_at    = case when o.status = 'failed' then coalesce(m.failed_at, :now) else m.failed_at end,
           settled_at   = case when o.settled then :now end,
           decided_at   = :now
      from outcome o join live l on l.id = o.id
     where m.id = o.id
    returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, l.status as was, m.decided_at, m.reason
)
select id, pack, tenant, subject_kind, subject_id, step, status, decided_at as at, reason from recorded
 where status <> was and status not in ('planned', 'claimed');

-- name: bury
-- Messages whose work is a dead letter: failed where nothing can have left, else uncertain for good. What the provider said last
-- stays as the reason.
with buried as (
    select m.id, m.status in ('submitting', 'uncertain') as may_have_left,
           case when m.rule in ('provider', 'uncertain') then m.reason end as said
      from engine.message m
     where m.id = any (:ids::uuid[]) and m.status in ('planned', 'claimed', 'submitting', 'uncertain') and m.settled_at is null
     order by m.id
       for no key update
)
update engine.message m
   set status       = case when b.may_have_left then 'uncertain'::engine.message_status else 'failed' end,
       rule         = 'dead_letter',
       reason       = coalesce(b.said, 'dead_letter'),
       held_until   = null,
       uncertain_at = case when b.may_have_left then coalesce(m.uncertain_at, m.submitting_at, :now) else m.uncertain_at end,
       failed_at    = case when b.may_have_left then m.failed_at else coalesce(m.failed_at, :now) end,
       settled_at   = case when b.may_have_left then :now::timestamptz end,
       decided_at   = :now
  from buried b
 where m.id = b.id
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;
