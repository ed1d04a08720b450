-- name: sweep_expired
-- Pieces of batches whose lease ran out are ready again, ahead of what waits for its turn; who outlived more than one lease runs alone
-- from now on, and who did as often as it may is a dead letter. `skip locked`: two sweeps share the work, and what an open transaction
-- changes is looked at again a second later. Answers the dead letters.
with expired as materialized (
    select id, work_ids from engine.lease where until < clock_timestamp() order by until limit :limit for update skip locked
), ended as (
    delete from engine.lease where id in (select id from expired)
), held as materialized (
    select unnest(work_ids) as id from expired
), mine as materialized (
    select w.id, w.attempts, w.max_attempts
      from held h cross join lateral (select id, attempts, max_attempts from engine.work where id = h.id for update skip locked) w
), given_up as (
    delete from engine.work w using mine m
     where w.id = m.id and m.attempts + 1 >= m.max_attempts
    returning w.id, w.pack, w.kind, w.tenant, w.subject_kind, w.subject_id, w.dedupe_key, w.stop_on_reply, w.attempts + 1 as attempts,
              w.history, w.payload, w.revision, w.created_at
), buried as (
    insert into engine.dead_letter (work_id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, stop_on_reply, attempts, last_error,
                                    history, payload, created_at, died_at)
    select id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, stop_on_reply, attempts, 'the lease ran out',
           history || ((:now::timestamptz)::text || ' the lease ran out'), payload, created_at, :now
      from given_up
), again as (
    update engine.work w set attempts = m.attempts + 1, last_error = 'the lease ran out', history = w.history || ((:now::timestamptz)::text || ' the lease ran out')
      from mine m
     where w.id = m.id and m.attempts + 1 < m.max_attempts
    returning w.id, w.attempts
), entered as (
    insert into engine.ready (ord, work_id)
    select case when a.attempts > 1 then -a.id else v.last_value end, a.id from again a cross join engine.virtual_time v
), parked as (
    insert into engine.waiting as known (work_id, due_at, tenant)
    select w.id, :now + interval '1 second', engine.tenant_number(w.tenant)
      from engine.work w where w.id in (select id from held) and w.id not in (select id from mine)
    on conflict (work_id) do update set due_at = least(known.due_at, excluded.due_at)
)
select id, kind, tenant, subject_id, payload, attempts, revision from given_up;

-- name: promote_due
-- What waited until now is ready.
select engine.promote_due(:since, :now, :limit) as promoted;

-- name: claim_ready
-- A batch of what is ready, and the lease that fences it.
select taken, first, lease_id, id, kind, tenant, subject_id, payload, attempts, revision
  from engine.claim_ready(:worker, :lease_seconds, :lowest, :highest, :limit, :now);

-- name: look
-- Whether there is anything to claim from a place on, and when the next piece is due.
select ready, next_due_at from engine.look(:lowest, :since);

-- name: extend_lease
-- The heartbeat: no row means that the lease is lost.
update engine.lease set until = clock_timestamp() + make_interval(secs => :lease_seconds) where id = :lease_id;

-- name: finish
-- Takes the lease and ends what is done; the rest is for `settle`.
select held, finished, over from engine.finish(:lease_id, :left, :part, :ids);

-- name: finish_done
-- The same for what is done as a whole.
select engine.finish_done(:lease_id, :left, :ids) as held;

-- name: settle
-- Writes the outcomes of what `finish` left, in its transaction: the lease row is taken. Work that was moved meanwhile (a newer
-- revision) waits for its new time whatever the outcome; work that an open transaction changes is looked at again a second later.
-- Only failing costs an attempt; the last one makes a dead letter. Answers the dead letters.
with outcome as materialized (
    select id, revision, verb, until, cause
      from unnest(:ids::bigint[], :revisions::integer[], :verbs::text[], :untils::timestamptz[], :causes::text[])
           as o (id, revision, verb, until, cause)
), mine as materialized (
    select o.id, o.verb, o.until, o.cause, o.revision <> w.revision as moved, w.attempts + 1 >= w.max_attempts as last
      from outcome o
     cross join lateral (select revision, attempts, max_attempts from engine.work where id = o.id for update skip locked) w
), finished as (
    delete from engine.work w using mine m where w.id = m.id and not m.moved and m.verb in ('done', 'cancelled')
), given_up as (
    delete from engine.work w using mine m
     where w.id = m.id and not m.moved and m.verb = 'failed' and m.last
    returning w.id, w.pack, w.kind, w.tenant, w.subject_kind, w.subject_id, w.dedupe_key, w.stop_on_reply, w.attempts + 1 as attempts,
              m.cause, w.history, w.payload, w.revision, w.created_at
), buried as (
    insert into engine.dead_letter (work_id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, stop_on_reply, attempts, last_error,
                                    history, payload, created_at, died_at)
    select id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, stop_on_reply, attempts, cause, history || ((:now::timestamptz)::text || ' ' || cause), payload,
           created_at, :now
      from given_up
), later as (
    update engine.work w
       set due_at     = m.until,
           attempts   = case when m.verb = 'failed' then w.attempts + 1 else w.attempts end,
           last_error = m.cause,
           history    = case when m.verb = 'failed' then w.history || ((:now::timestamptz)::text || ' ' || m.cause) else w.history end
      from mine m
     where w.id = m.id and not m.moved and (m.verb = 'snoozed' or m.verb = 'failed' and not m.last)
    returning w.id, w.due_at, w.tenant
), moved as (
    update engine.work w set attempts = 0 from mine m where w.id = m.id and m.moved
    returning w.id, w.due_at, w.tenant
), home as (
    insert into engine.waiting as known (work_id, due_at, tenant)
    select id, greatest(due_at, :now), engine.tenant_number(tenant) from later
     union all
    select id, greatest(due_at, :now), engine.tenant_number(tenant) from moved
     union all
    select w.id, :now + interval '1 second', engine.tenant_number(w.tenant)
      from engine.work w where w.id in (select id from outcome) and w.id not in (select id from mine)
    on conflict (work_id) do update set due_at = least(known.due_at, excluded.due_at)
)
select id, kind, tenant, subject_id, payload, attempts, revision from given_up;

-- name: backlog
-- How much is due, counted up to :most, and when the next piece is; for the tick's report.
select (select count(*) from (select from engine.ready limit :most) r)
     + (select count(*) from (select from engine.waiting where due_at <= :now limit :most) w) as remaining,
       (select min(due_at) from engine.waiting) as next_due_at;
