-- name: sweep_expired
-- Batches whose lease ran out become ready again. `skip locked`: two sweeps share the work.
with expired as (
    select id from engine.lease where until < clock_timestamp() for update skip locked
), freed as (
    delete from engine.lease l using expired e where l.id = e.id returning l.work_ids
), waiting as (
    update engine.work w set state = 'ready' from freed f
     where w.id = any (f.work_ids) and w.state = 'leased'
    returning w.id
)
insert into engine.ready (work_id) select id from waiting;

-- name: promote_due
-- Work whose time has come gets its entry, the longest due first, at most :limit at once.
with due as (
    select id from engine.work where state = 'waiting' and due_at <= :now order by due_at limit :limit for update skip locked
), promoted as (
    update engine.work w set state = 'ready' from due d where w.id = d.id returning w.id, w.due_at
)
insert into engine.ready (work_id) select id from promoted order by due_at;

-- name: claim_ready
-- Takes up to :limit entries and writes the lease that fences them. An entry whose work has gone or is not ready is dropped; one
-- whose work a transaction is just changing stays, since a user's open transaction must not stop the queue.
with entry as (
    select ord, work_id from engine.ready order by ord limit :limit for update skip locked
), free as (
    select w.id from engine.work w join entry e on e.work_id = w.id for update of w skip locked
), taken as (
    delete from engine.ready r using entry e
     where r.ord = e.ord
       and (e.work_id in (select id from free) or not exists (select from engine.work w where w.id = e.work_id))
    returning r.work_id
), claimed as (
    update engine.work w set state = 'leased', attempts = w.attempts + 1 from taken t
     where w.id = t.work_id and w.state = 'ready'
    returning w.id, w.kind, w.tenant, w.subject_id, w.payload, w.attempts, w.revision
), leased as (
    insert into engine.lease (worker, until, work_ids)
    select :worker, clock_timestamp() + make_interval(secs => :lease_seconds), array_agg(id) from claimed having count(*) > 0
    returning id
)
select t.taken, l.id as lease_id, c.id, c.kind, c.tenant, c.subject_id, c.payload, c.attempts, c.revision
  from (select count(*) as taken from taken) t left join leased l on true left join claimed c on true;

-- name: extend_lease
-- The heartbeat: no row means that the lease is lost.
update engine.lease set until = clock_timestamp() + make_interval(secs => :lease_seconds) where id = :lease_id;

-- name: complete_batch
-- Writes a batch's outcomes, if its lease is still ours. Work that was moved meanwhile (a newer revision) waits for its new
-- time whatever the outcome. Snoozing gives the attempt back; the last failure makes a dead letter.
with fence as (
    delete from engine.lease where id = :lease_id returning id
), outcome as (
    select o.id, o.revision, o.verb, o.until, o.cause
      from unnest(:ids::bigint[], :revisions::integer[], :verbs::text[], :untils::timestamptz[], :causes::text[])
           as o (id, revision, verb, until, cause)
     where exists (select from fence)
), finished as (
    delete from engine.work w using outcome o
     where w.id = o.id and w.revision = o.revision and o.verb in ('done', 'cancelled')
), given_up as (
    delete from engine.work w using outcome o
     where w.id = o.id and w.revision = o.revision and o.verb = 'failed' and w.attempts >= w.max_attempts
    returning w.id, w.pack, w.kind, w.tenant, w.subject_kind, w.subject_id, w.dedupe_key, w.attempts, o.cause, w.payload, w.created_at
), buried as (
    insert into engine.dead_letter
           (work_id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, attempts, last_error, payload, created_at, died_at)
    select id, pack, kind, tenant, subject_kind, subject_id, dedupe_key, attempts, cause, payload, created_at, :now::timestamptz from given_up
), later as (
    update engine.work w
       set state      = 'waiting',
           due_at     = o.until,
           attempts   = case when o.verb = 'snoozed' then w.attempts - 1 else w.attempts end,
           last_error = o.cause
      from outcome o
     where w.id = o.id and w.revision = o.revision
       and (o.verb = 'snoozed' or o.verb = 'failed' and w.attempts < w.max_attempts)
), moved as (
    update engine.work w set state = 'waiting', attempts = 0 from outcome o
     where w.id = o.id and w.revision <> o.revision
)
select exists (select from fence) as held;

-- name: backlog
-- How much is due and when the next is; for the tick's report.
select (select count(*) from engine.ready) + (select count(*) from engine.work where state = 'waiting' and due_at <= :now) as remaining,
       (select min(due_at) from engine.work where state = 'waiting') as next_due_at;
