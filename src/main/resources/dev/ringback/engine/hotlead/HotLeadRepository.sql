-- name: raise
-- Once per subject and opportunity: raised again, no row comes back.
insert into engine.hot_lead (pack, tenant, subject_kind, subject_id, opportunity, score, reasons, raised_at)
values (:pack, :tenant, :subject_kind, :subject_id, :opportunity, :score, :reasons, :now)
on conflict (pack, subject_kind, subject_id, opportunity) do nothing
returning id;

-- name: claim_to_escalate
-- Hot leads that nobody took in time, the longest waiting first; each once.
update engine.hot_lead h
   set escalated_at = :now
  from (
           select id from engine.hot_lead
            where acknowledged_at is null and escalated_at is null and raised_at <= :before and raised_at > :after
            order by raised_at
            limit :limit
              for update skip locked) late
 where h.id = late.id
returning h.id, h.pack, h.tenant, h.subject_kind, h.subject_id, h.opportunity, h.score, h.reasons;

-- name: list_open
-- Those of a tenant that nobody took yet, the latest first.
select id, pack, tenant, subject_kind, subject_id, opportunity, score, reasons, raised_at, escalated_at
  from engine.hot_lead
 where pack = :pack and tenant = :tenant and acknowledged_at is null and (raised_at, id) < (:before_at, :before_id)
 order by raised_at desc, id desc
 limit :limit;

-- name: acknowledge
-- Somebody took it. Who was first stays.
update engine.hot_lead
   set acknowledged_at = coalesce(acknowledged_at, :now), acknowledged_by = coalesce(acknowledged_by, :by)
 where id = :id and pack = :pack and tenant = :tenant;
