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
