-- What a worker does all day, each in one statement that needs no transaction around it: the login role may call them as they are, their
-- plans are kept by the connection, also behind a pooler. The plans are the same for one row and for millions: by the index, in its
-- order, never compiled. What fails or is snoozed is rarer, and stands in DispatchRepository.sql.

-- Waiting pieces whose time has come get their entries, the longest due first, at most p_limit at once; p_since skips what this worker
-- promoted before, whose dead index entries stay as long as somebody holds an old snapshot. Not waited for at commit: lost in a crash,
-- they wait again. Answers how many.
create function engine.promote_due(p_since timestamptz, p_now timestamptz, p_limit integer) returns integer
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off
    set lock_timeout = '8s'
as $$
declare
    due_ids     bigint[];
    due_tenants bigint[];
begin
    with due as materialized (
        select ctid as place from engine.waiting where due_at between p_since and p_now order by due_at limit p_limit for update skip locked
    ), come as (
        delete from engine.waiting where ctid = any (array(select place from due)) returning work_id, due_at, tenant
    )
    select array_agg(work_id order by due_at, work_id), array_agg(tenant order by due_at, work_id) into due_ids, due_tenants from come;
    if due_ids is null then
        return 0;
    end if;
    perform pg_catalog.set_config('synchronous_commit', 'off', true);
    perform engine.make_ready(due_ids, due_tenants);
    return cardinality(due_ids);
end
$$;

-- Takes up to p_limit entries between two places of the order and writes the lease that fences them. The work is read, not locked. Only
-- what somebody is just changing, or what was moved on, is looked at under its lock: moved work goes back to wait, work in an open
-- transaction is looked at again a second later. An entry whose work has gone is dropped. Not waited for at commit: a claim that is
-- lost in a crash leaves its items ready, and what followed from it is committed behind it. The first row tells of the batch, the
-- others are its items.
create function engine.claim_ready(
    p_worker text, p_lease_seconds double precision, p_lowest bigint, p_highest bigint, p_limit integer, p_now timestamptz
) returns table (
    taken bigint, first bigint, lease_id bigint, id bigint, kind text, tenant text, subject_id text, payload jsonb, attempts integer,
    revision integer
)
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off
    set lock_timeout = '8s'
as $$
#variable_conflict use_column
begin
    perform pg_catalog.set_config('synchronous_commit', 'off', true);
    return query
    with entry as materialized (
        select ctid as place, ord, work_id from engine.ready
         where ord between p_lowest and p_highest order by ord limit p_limit for update skip locked
    ), taken as (
        delete from engine.ready where ctid = any (array(select place from entry)) returning ord
    ), item as materialized (
        select id, kind, tenant, subject_id, nullif(payload, '{}') as payload, attempts, revision,
               xmax <> '0' or revision > 0 and due_at > p_now as suspect
          from engine.work where id = any (array(select work_id from entry))
    ), free as materialized (
        select id, kind, tenant, subject_id, payload, attempts, revision, due_at, revision > 0 and due_at > p_now as later
          from engine.work where id = any (array(select id from item where suspect)) for update skip locked
    ), moved as (
        update engine.work w set due_at = f.due_at from free f where w.id = f.id and f.later
    ), back as (
        insert into engine.waiting as known (work_id, due_at, tenant)
        select id, due_at, engine.tenant_number(tenant) from free where later
         union all
        select id, p_now + interval '1 second', engine.tenant_number(tenant) from item
         where suspect and id not in (select id from free)
        on conflict (work_id) do update set due_at = least(known.due_at, excluded.due_at)
    ), claimed as materialized (
        select id, kind, tenant, subject_id, payload, attempts, revision from item where not suspect
         union all
        select id, kind, tenant, subject_id, payload, attempts, revision from free where not later
    ), leased as (
        insert into engine.lease (worker, until, work_ids)
        select p_worker, pg_catalog.clock_timestamp() + pg_catalog.make_interval(secs => p_lease_seconds), array_agg(id)
          from claimed having count(*) > 0
        returning id
    ), place as materialized (
        select t.taken, t.first, case when t.first > v.last_value then pg_catalog.setval('engine.virtual_time', t.first) end as reached
          from (select count(*) as taken, min(ord) as first from taken) t cross join engine.virtual_time v
    )
    select p.taken, p.first, l.id, null::bigint, null, null, null, null::jsonb, null::integer, null::integer
      from place p left join leased l on true
     union all
    select null, null, null, c.id, c.kind, c.tenant, c.subject_id, c.payload, c.attempts + 1, c.revision from claimed c;
end
$$;

-- Takes the lease row (no row, no effect) and deletes what is done and nobody moved or touches (xmax); the rest stays for the caller.
-- Not locked before it is deleted: that would be half as dear again. While a part of the batch, p_left, is still being worked, the
-- lease stays for that; of a part that is completed twice, since the answer to its commit was lost, the ids have gone from it: they are
-- somebody else's by now, and answered as over.
create function engine.finish(p_lease_id bigint, p_left bigint[], p_part bigint[], p_done bigint[])
    returns table (held boolean, finished integer, over bigint[])
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off
    set lock_timeout = '8s'
as $$
#variable_conflict use_column
begin
    return query
    with ended as (
        delete from engine.lease where id = p_lease_id and cardinality(p_left) = 0 returning id
    ), shared as materialized (
        select id, work_ids from engine.lease where id = p_lease_id and cardinality(p_left) > 0 for update
    ), kept as (
        update engine.lease l set work_ids = array(select unnest(s.work_ids) intersect select unnest(p_left)) from shared s where l.id = s.id
    ), fence as materialized (
        select id from ended union all select id from shared
    ), over as materialized (
        select o.id from shared s cross join unnest(p_part) as o (id) where o.id <> all (s.work_ids)
    ), done as (
        delete from engine.work
         where id = any (array(select id from unnest(p_done) as o (id)
                                where exists (select from fence) and id not in (select id from over)))
           and revision = 0 and xmax = '0'
        returning id
    )
    select exists (select from fence), (select count(*)::integer from done), array(select id from over);
end
$$;

-- The same for a part that is done as a whole; answers whether the lease was held. Where something of it was touched meanwhile it has
-- no effect and says so: that needs a transaction.
create function engine.finish_done(p_lease_id bigint, p_left bigint[], p_done bigint[]) returns boolean
    language plpgsql security definer
    set search_path = ''
as $$
declare
    ended record;
begin
    select * into ended from engine.finish(p_lease_id, p_left, p_done, p_done);
    if ended.held and ended.finished + cardinality(ended.over) < cardinality(p_done) then
        raise exception 'work of lease % was touched meanwhile', p_lease_id using errcode = 'object_in_use';
    end if;
    return ended.held;
end
$$;

revoke execute on function
    engine.promote_due(timestamptz, timestamptz, integer),
    engine.claim_ready(text, double precision, bigint, bigint, integer, timestamptz),
    engine.finish(bigint, bigint[], bigint[], bigint[]),
    engine.finish_done(bigint, bigint[], bigint[])
    from public;
grant execute on function
    engine.promote_due(timestamptz, timestamptz, integer),
    engine.claim_ready(text, double precision, bigint, bigint, integer, timestamptz),
    engine.finish(bigint, bigint[], bigint[], bigint[]),
    engine.finish_done(bigint, bigint[], bigint[])
    to ringback, service_role;
