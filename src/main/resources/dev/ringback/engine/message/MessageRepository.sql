-- name: plan
-- One row per intended send, before anything is sent. Planned twice is planned once: then no row comes back.
insert into engine.message
       (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, their_key_id,
        template_key, language, tone, variables, purpose, cause_at, expires_at, status, reason, rule, decided_at, planned_at, created_at)
values (:id, :pack, :tenant, :subject_kind, :subject_id, :step, 'out', :channel, :to, :hash, :key_id,
        :template, :language, :tone, :variables, :purpose, :cause_at, :expires_at, :status, :reason, :rule, :now, :now, :now)
on conflict (id) do nothing
returning id;

-- name: set_origin
-- Says for the rest of the transaction whether its rows are projections.
select set_config('engine.origin', :origin, true);

-- name: withhold
-- What has not begun to leave to these addresses does not leave; the one confirmation of an opt-out excepted. Answers what was stopped.
with live as (
    select id from engine.message
     where their_hash = any (:hashes::bytea[])
       and (:everywhere or pack = :pack and tenant = :tenant)
       and channel = any (:channels::text[])
       and direction = 'out' and status in ('planned', 'claimed') and purpose <> 'opt_out_confirmation'
     order by id
       for no key update
)
update engine.message m
   set status = 'suppressed', reason = :reason, rule = 'suppression', held_until = null, decided_at = :now
  from live l
 where m.id = l.id
returning m.id, m.pack, m.tenant, m.subject_kind, m.subject_id, m.step, m.status, m.decided_at as at, m.reason;
