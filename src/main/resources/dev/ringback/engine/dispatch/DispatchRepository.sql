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
-- Waiting pieces whose time has come get their entries, the longest due first, at most :limit at once; :since skips what this
-- worker promoted before, whose dead index entries stay as long as somebody holds an old snapshot. Not waited for at commit: lost in
-- a crash, they wait again.
with due as materialized (
    select ctid as place from engine.waiting where due_at between :since and :now order by due_at limit :limit for update skip locked
), come as (
    delete from engine.waiting where ctid = any (array(select place from due)) returning work_id, due_at, tenant
), sorted as (
    select array_agg(work_id order by due_at, work_id) as work_ids, array_agg(tenant order by due_at, work_id) as tenants, count(*) as promoted
      from come
)
select promoted,
       case when promoted > 0 then engine.make_ready(work_ids, tenants)::text end as made,
       set_config('synchronous_commit', 'off', true) as unwaited
  from sorted;

-- name: claim_ready
-- Takes up to :limit entries between two places of the order and writes the lease that fences them. The work is read, not locked. Only
-- what somebody is just changing, or what was moved on, is looked at under its lock: moved work goes back to wait, work in an open
-- transaction is looked at again a second later. An entry whose work has gone is dropped. Not waited for at commit: a claim that is
-- lost in a crash leaves its items ready, and what followed from it is committed behind it.
with entry as materialized (
    select ctid as place, ord, work_id from engine.ready
     where ord between :lowest and :highest order by ord limit :limit for update skip locked
), taken as (
    delete from engine.ready where ctid = any (array(select place from entry)) returning ord
), item as materialized (
    select id, kind, tenant, subject_id, nullif(payload, '{}') as payload, attempts, revision, xmax <> '0' or revision > 0 and due_at > :now as suspect
      from engine.work where id = any (array(select work_id from entry))
), free as materialized (
    select id, kind, tenant, subject_id, payload, attempts, revision, due_at, revision > 0 and due_at > :now as later
      from engine.work where id = any (array(select id from item where suspect)) for update skip locked
), moved as (
    update engine.work w set due_at = f.due_at from free f where w.id = f.id and f.later
), back as (
    insert into engine.waiting as known (work_id, due_at, tenant)
    select id, due_at, engine.tenant_number(tenant) from free where later
     union all
    select id, :now + interval '1 second', engine.tenant_number(tenant) from item
     where suspect and id not in (select id from free)
    on conflict (work_id) do update set due_at = least(known.due_at, excluded.due_at)
), claimed as materialized (
    select id, kind, tenant, subject_id, payload, attempts, revision from item where not suspect
     union all
    select id, kind, tenant, subject_id, payload, attempts, revision from free where not later
), leased as (
    insert into engine.lease (worker, until, work_ids)
    select :worker, clock_timestamp() + make_interval(secs => :lease_seconds), array_agg(id) from claimed having count(*) > 0
    returning id
), place as (
    select count(*) as taken, min(ord) as first from taken
)
select p.taken, p.first, l.id as lease_id, null::bigint as id, null as kind, null as tenant, null as subject_id, null::jsonb as payload,
       null::integer as attempts, null::integer as revision,
       set_config('synchronous_commit', 'off', true) as unwaited,
       case when p.first > v.last_value then setval('engine.virtual_time', p.first) end as reached
  from place p cross join engine.virtual_time v left join leased l on true
 union all
select null, null, null, id, kind, tenant, subject_id, payload, attempts + 1, revision, null, null from claimed;

-- name: look
-- Whether there is anything to claim from a place on, and when the next piece is due.
select ready, next_due_at from engine.look(:lowest, :since);

-- name: extend_lease
-- The heartbeat: no row means that the lease is lost.
update engine.lease set until = clock_timestamp() + make_interval(secs => :lease_seconds) where id = :lease_id;

-- name: finish
-- Takes the lease row (no row, no effect) and deletes what is done and nobody moved or touches (xmax); the rest stays for `settle`. Not
-- locked before it is deleted: that would be half as dear again. While a part of the batch, :left, is still being worked, the lease
-- stays for that; of a part that is completed twice, since the answer to its commit was lost, the ids have gone from it: they are
-- somebody else's by now, and answered as over.
with ended as (
    delete from engine.lease where id = :lease_id and cardinality(:left::bigint[]) = 0 returning id
), shared as materialized (
    select id, work_ids from engine.lease where id = :lease_id and cardinality(:left) > 0 for update
), kept as (
    update engine.lease l set work_ids = array(select unnest(s.work_ids) intersect select unnest(:left)) from shared s where l.id = s.id
), fence as materialized (
    select id from ended union all select id from shared
), over as materialized (
    select o.id from shared s cross join unnest(:part::bigint[]) as o (id) where o.id <> all (s.work_ids)
), done as (
    delete from engine.work
     where id = any (array(select id from unnest(:ids::bigint[]) as o (id)
                            where exists (select from fence) and id not in (select id from over)))
       and revision = 0 and xmax = '0'
    returning id
)
select exists (select from fence) as held, (select count(*) from done) as finished, array(select id from over) as over;

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
