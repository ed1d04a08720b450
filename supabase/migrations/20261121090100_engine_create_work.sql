-- The only queue. `work` has the content, `ready` a thin entry per item that may run now, `lease` a row per claimed
-- batch: the lease row is the fence.

create table engine.work (
    id            bigint generated always as identity primary key,
    pack          text        not null,
    kind          text        not null,
    tenant        text,
    subject_kind  text,
    subject_id    text,
    dedupe_key    text        not null unique,
    due_at        timestamptz not null,
    state         text        not null default 'waiting' check (state in ('waiting', 'ready', 'leased')),
    attempts      smallint    not null default 0,
    max_attempts  smallint    not null default 8,
    revision      integer     not null default 0,
    stop_on_reply boolean     not null default false,
    last_error    text,
    payload       jsonb       not null default '{}',
    created_at    timestamptz not null default engine.now()
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
comment on table engine.work is 'One row per live piece of work of any pack; deleted when done.';
comment on column engine.work.revision is 'Rises when the due time is moved; a completion that saw an older revision leaves the row.';
create index work_due on engine.work (due_at) where state = 'waiting';
create index work_subject on engine.work (pack, subject_kind, subject_id);

create table engine.ready (
    ord     bigint generated always as identity primary key,
    work_id bigint not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
comment on table engine.ready is 'What may run now, in order. Only inserted and deleted; an entry whose work is not ready is dropped by the claim.';

create table engine.lease (
    id       bigint generated always as identity primary key,
    worker   text        not null,
    until    timestamptz not null,
    work_ids bigint[]    not null
);
comment on table engine.lease is 'One row per claimed batch. No row, no effect: a worker that lost its lease changes nothing.';
create index lease_until on engine.lease (until);

create table engine.dead_letter (
    id           bigint generated always as identity primary key,
    work_id      bigint      not null,
    pack         text        not null,
    kind         text        not null,
    tenant       text,
    subject_kind text,
    subject_id   text,
    dedupe_key   text        not null,
    attempts     smallint    not null,
    last_error   text,
    payload      jsonb       not null,
    created_at   timestamptz not null,
    died_at      timestamptz not null
);
comment on table engine.dead_letter is 'Work that failed as often as it may. Kept until a person replays or discards it.';

alter table engine.work enable row level security;
alter table engine.ready enable row level security;
alter table engine.lease enable row level security;
alter table engine.dead_letter enable row level security;
grant select, insert, update, delete on engine.work, engine.ready, engine.lease, engine.dead_letter to service_role;

-- Enqueues or moves one piece of work. The dedupe key is unique among live work; a second call moves the due time and
-- raises the revision. For triggers, which run in the transaction of the row change that causes the work.
create function engine.enqueue(
    p_pack text, p_kind text, p_tenant text, p_subject_kind text, p_subject_id text,
    p_dedupe_key text, p_due_at timestamptz, p_payload jsonb default '{}', p_stop_on_reply boolean default false
) returns bigint
    language plpgsql security definer
    set search_path = ''
as $$
declare
    enqueued engine.work;
begin
    insert into engine.work as w (pack, kind, tenant, subject_kind, subject_id, dedupe_key, due_at, state, payload, stop_on_reply)
    values (p_pack, p_kind, p_tenant, p_subject_kind, p_subject_id, p_dedupe_key, p_due_at,
            case when p_due_at <= engine.now() then 'ready' else 'waiting' end, p_payload, p_stop_on_reply)
    on conflict (dedupe_key) do update
        set due_at   = excluded.due_at,
            payload  = excluded.payload,
            revision = w.revision + 1,
            state    = case when w.state = 'leased' then 'leased' else excluded.state end
    returning * into enqueued;
    if enqueued.state = 'ready' then
        insert into engine.ready (work_id) values (enqueued.id);
    end if;
    return enqueued.id;
end
$$;
revoke execute on function engine.enqueue(text, text, text, text, text, text, timestamptz, jsonb, boolean) from public;
grant execute on function engine.enqueue(text, text, text, text, text, text, timestamptz, jsonb, boolean) to service_role;

-- The doorbell: asks a running instance to look at the queue now instead of at its next tick. Nothing depends on it.
-- Rings once per transaction, where pg_net is installed and the vault knows `ringback_dispatch_url` and
-- `ringback_job_secret`. Transactions of the functions themselves don't ring where they wake their own instance. A doorbell that
-- is broken warns, and leaves the user's row alone.
create function engine.ring() returns void
    language plpgsql security definer
    set search_path = ''
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
