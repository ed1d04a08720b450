-- Putting work in and taking it back, for triggers, which run in the transaction of the row change that causes the work.

-- What the callers of engine.enqueue_all bring; `due_at` null is now.
create type engine.new_work as (
    pack          text,
    kind          text,
    tenant        text,
    subject_kind  text,
    subject_id    text,
    dedupe_key    text,
    due_at        timestamptz,
    payload       jsonb,
    stop_on_reply boolean
);

-- Gives moved pieces, taken out of `waiting`, a home again: ready where due, else waiting.
create function engine.take_home(p_work_ids bigint[]) returns void
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    due_ids     bigint[];
    due_tenants bigint[];
begin
    with piece as (
        select w.id, w.due_at, engine.tenant_number(w.tenant) as tenant from engine.work w where w.id = any (p_work_ids)
    ), later as (
        insert into engine.waiting (work_id, due_at, tenant) select id, due_at, tenant from piece where due_at > engine.now()
        on conflict (work_id) do update set due_at = excluded.due_at
    )
    select array_agg(id order by due_at, id), array_agg(tenant order by due_at, id) into due_ids, due_tenants
      from piece where due_at <= engine.now();
    if due_ids is not null then
        perform engine.make_ready(due_ids, due_tenants);
    end if;
end
$$;
revoke execute on function engine.take_home(bigint[]) from public;

-- Enqueues many pieces at once. The dedupe key is unique among live work: where it is live, 'move' takes the new due time and
-- payload and raises the revision, also while it is leased; 'keep' leaves it as it is. Of several with one key the last counts.
-- Answers how many are new. A piece that is ready or leased keeps its home: the claim and the completion look at its due time.
create function engine.enqueue_all(p_items engine.new_work[], p_on_live text default 'move') returns integer
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    fresh       integer;
    due_ids     bigint[];
    due_tenants bigint[];
    moved_ids   bigint[];
begin
    if p_on_live not in ('move', 'keep') then
        raise exception 'p_on_live is move or keep, not %', p_on_live using errcode = 'invalid_parameter_value';
    end if;
    with wanted as (
        select distinct on (dedupe_key) * from unnest(p_items) with ordinality as item order by dedupe_key, ordinality desc
    ), written as (
        insert into engine.work as w (pack, kind, tenant, subject_kind, subject_id, dedupe_key, due_at, payload, stop_on_reply)
        select pack, kind, tenant, subject_kind, subject_id, dedupe_key, coalesce(due_at, engine.now()), coalesce(payload, '{}'),
               coalesce(stop_on_reply, false)
          from wanted order by dedupe_key
        on conflict (dedupe_key) do update
            set due_at = excluded.due_at, payload = excluded.payload, revision = w.revision + 1 where p_on_live = 'move'
        returning w.id, w.due_at, engine.tenant_number(w.tenant) as tenant, w.revision = 0 as is_new
    ), later as (
        insert into engine.waiting (work_id, due_at, tenant)
        select id, due_at, tenant from written where is_new and due_at > engine.now()
    )
    select count(*) filter (where is_new),
           array_agg(id order by due_at, id) filter (where is_new and due_at <= engine.now()),
           array_agg(tenant order by due_at, id) filter (where is_new and due_at <= engine.now()),
           array_agg(id) filter (where not is_new)
      into fresh, due_ids, due_tenants, moved_ids from written;
    if due_ids is not null then
        perform engine.make_ready(due_ids, due_tenants);
    end if;
    -- A statement of its own: it sees what was written while the one above waited for a completion.
    if moved_ids is not null then
        with taken_out as (
            delete from engine.waiting where work_id = any (moved_ids) returning work_id
        )
        select array_agg(work_id) into moved_ids from taken_out;
        perform engine.take_home(moved_ids);
    end if;
    return fresh;
end
$$;
revoke execute on function engine.enqueue_all(engine.new_work[], text) from public;
grant execute on function engine.enqueue_all(engine.new_work[], text) to service_role;

-- Enqueues one piece; true when it is new.
create function engine.enqueue(
    p_pack text, p_kind text, p_tenant text, p_subject_kind text, p_subject_id text, p_dedupe_key text, p_due_at timestamptz,
    p_payload jsonb default '{}', p_stop_on_reply boolean default false, p_on_live text default 'move'
) returns boolean
    language sql security definer
    set search_path = ''
as $$
    select engine.enqueue_all(array[row(p_pack, p_kind, p_tenant, p_subject_kind, p_subject_id, p_dedupe_key, p_due_at, p_payload,
                                        p_stop_on_reply)::engine.new_work], p_on_live) > 0
$$;
revoke execute on function engine.enqueue(text, text, text, text, text, text, timestamptz, jsonb, boolean, text) from public;
grant execute on function engine.enqueue(text, text, text, text, text, text, timestamptz, jsonb, boolean, text) to service_role;

-- Cancels live work, also while it is leased: the batch's completion then finds nothing. Answers how many pieces that were.
create function engine.cancel_all(p_dedupe_keys text[]) returns integer
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    cancelled bigint[];
begin
    with gone as (
        delete from engine.work where dedupe_key = any (p_dedupe_keys) returning id
    )
    select array_agg(id) into cancelled from gone;
    delete from engine.waiting where work_id = any (cancelled);
    return coalesce(cardinality(cancelled), 0);
end
$$;
revoke execute on function engine.cancel_all(text[]) from public;
grant execute on function engine.cancel_all(text[]) to service_role;

-- Whether planning triggers start nothing in this transaction: an import says `set local engine.import = 'on'`, the engine's own
-- projections say `set local engine.origin = 'projection'`. Triggers on due columns never ask.
create function engine.plans_nothing() returns boolean
    language sql stable
    set search_path = ''
return coalesce(pg_catalog.current_setting('engine.import', true), '') = 'on'
    or coalesce(pg_catalog.current_setting('engine.origin', true), '') = 'projection';
grant execute on function engine.plans_nothing() to authenticated, service_role;

-- The doorbell: asks a running instance to look at the queue now instead of at its next tick. Nothing depends on it.
-- Rings once per transaction, where pg_net is installed and the vault knows `ringback_dispatch_url` and
-- `ringback_job_secret`. Transactions of the functions themselves don't ring where they wake their own instance. A doorbell that
-- is broken warns, and leaves the user's row alone.
create function engine.ring() returns void
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    url text;
begin
    if pg_catalog.current_setting('engine.rung', true) = 'on' or pg_catalog.to_regnamespace('net') is null then
        return;
    end if;
    perform pg_catalog.set_config('engine.rung', 'on', true);
    url := engine.secret('ringback_dispatch_url');
    if url is not null then
        execute 'select net.http_post(url := $1, body := $2, headers := $3)'
            using url, '{}'::jsonb,
                  pg_catalog.jsonb_build_object('Content-Type', 'application/json', 'x-job-secret', engine.secret('ringback_job_secret'));
    end if;
exception when others then
    raise warning 'the doorbell does not ring: %', sqlerrm;
end
$$;
revoke execute on function engine.ring() from public;
