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

-- name: plan_all
-- As `plan`, many of one tenant at once and with the work that sends them; what was planned before is left as it is.
with asked as materialized (
    select p.id, p.subject_id, p.step, p.channel, p.address, p.hash, p.key_id, p.template, p.language, p.tone, p.variables, p.purpose, p.cause_at,
           p.expires_at, p.due_at, p.status, p.reason, p.rule, p.stops
      from unnest(:ids::uuid[], :subject_ids::text[], :steps::text[], :channels::text[], :addresses::text[], :hashes::bytea[], :key_ids::text[],
                  :templates::text[], :languages::text[], :tones::text[], :variables::text[], :purposes::text[], :cause_ats::timestamptz[],
                  :expires_ats::timestamptz[], :due_ats::timestamptz[], :statuses::text[], :reasons::text[], :rules::text[], :stops::boolean[])
           as p (id, subject_id, step, channel, address, hash, key_id, template, language, tone, variables, purpose, cause_at, expires_at, due_at,
                 status, reason, rule, stops)
), planned as (
    insert into engine.message
           (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, their_key_id, template_key, language,
            tone, variables, purpose, cause_at, expires_at, status, reason, rule, decided_at, planned_at, created_at)
    select id, :pack, :tenant, :subject_kind, subject_id, step, 'out', channel, address, hash, key_id, template, language,
           tone, variables::jsonb, purpose, cause_at, expires_at, status::engine.message_status, reason, rule, :now, :now, :now
      from asked
     order by id
    on conflict (id) do nothing
    returning id
), enqueued as (
    select engine.enqueue_all(array_agg(row(:pack, :kind, :tenant, :subject_kind, a.subject_id, :kind || ':' || a.id, a.due_at,
                                            jsonb_build_object('message', a.id), a.stops)::engine.new_work)) as fresh
      from planned p join asked a on a.id = p.id
     where a.status = 'planned'
)
select p.id from planned p cross join enqueued;
