-- The only queue. `work` has the content; where a piece is says its one home: an entry in `waiting`, an entry in `ready`, or a
-- place in a batch of `lease`, whose row is the fence. The row in `work` is not touched on the way; its columns stand as they pack best.

create table engine.work (
    id            bigint generated always as identity primary key,
    due_at        timestamptz not null,
    created_at    timestamptz not null default engine.now(),
    revision      integer     not null default 0,
    attempts      smallint    not null default 0,
    max_attempts  smallint    not null default 8,
    stop_on_reply boolean     not null default false,
    pack          text        not null,
    kind          text        not null,
    tenant        text,
    subject_kind  text,
    subject_id    text,
    dedupe_key    text        not null unique,
    payload       jsonb       not null default '{}',
    last_error    text,
    history       text[]
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.5, autovacuum_vacuum_cost_delay = 0);
comment on table engine.work is 'One row per live piece of work of any pack; deleted when done.';
comment on column engine.work.attempts is 'Ended badly so often: failed, or its lease ran out.';
comment on column engine.work.history is 'When and why each attempt ended badly; null until one did.';
comment on column engine.work.revision is 'Rises when the due time is moved; a completion that saw an older revision leaves the row.';
create index work_subject on engine.work (pack, subject_kind, subject_id) where stop_on_reply;

create table engine.waiting (
    work_id bigint      primary key,
    due_at  timestamptz not null,
    tenant  bigint      not null
) with (fillfactor = 100, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
comment on table engine.waiting is 'What may run later: never later than its work is due.';
create index waiting_due on engine.waiting (due_at);

create table engine.ready (
    ord     bigint not null,
    work_id bigint not null,
    primary key (ord, work_id)
) with (fillfactor = 100, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
comment on table engine.ready is 'What may run now, in order. Only inserted and deleted; an entry whose work has gone is dropped by the claim.';
comment on column engine.ready.ord is 'A virtual time per tenant; negative: runs alone, since it outlived its lease more than once.';

create table engine.lease (
    id       bigint generated always as identity primary key,
    worker   text        not null,
    until    timestamptz not null,
    work_ids bigint[]    not null
) with (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
comment on table engine.lease is 'One row per claimed batch. No row, no effect: a worker that lost its lease changes nothing.';
-- Packing thousands of ids together costs more than it saves: the row lives for milliseconds.
alter table engine.lease alter column work_ids set storage external;
create index lease_until on engine.lease (until);

create table engine.dead_letter (
    id            uuid primary key default gen_random_uuid(),
    work_id       bigint      not null,
    pack          text        not null,
    kind          text        not null,
    tenant        text,
    subject_kind  text,
    subject_id    text,
    dedupe_key    text        not null,
    stop_on_reply boolean     not null default false,
    attempts      smallint    not null,
    last_error    text,
    history       text[],
    payload       jsonb       not null,
    created_at    timestamptz not null,
    died_at       timestamptz not null,
    closed_as     text        check (closed_as in ('replayed', 'discarded')),
    closed_at     timestamptz,
    check ((closed_as is null) = (closed_at is null))
);
comment on table engine.dead_letter is 'Work that failed as often as it may. Open until a person replays or discards it.';
create index dead_letter_open on engine.dead_letter (died_at, id) where closed_as is null;
create index dead_letter_key on engine.dead_letter (dedupe_key) where closed_as is distinct from 'replayed';

-- Fair order between tenants: start-time fair queueing. An item's place is the later of the queue's virtual time (the place last
-- claimed) and where its tenant's items end.
create sequence engine.virtual_time as bigint minvalue 1;
comment on sequence engine.virtual_time is 'Where the order is being worked. Raised by the claims; a value that slips back costs a little fairness.';
create table engine.tenant_time (
    tenant bigint primary key,
    finish bigint not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
comment on table engine.tenant_time is 'Where a tenant''s items end in the order; forgotten when the queue has passed it.';

alter table engine.work enable row level security;
alter table engine.waiting enable row level security;
alter table engine.ready enable row level security;
alter table engine.lease enable row level security;
alter table engine.dead_letter enable row level security;
alter table engine.tenant_time enable row level security;
grant select, insert, update, delete on engine.work, engine.waiting, engine.ready, engine.lease, engine.dead_letter, engine.tenant_time
   to service_role;
grant select, update on sequence engine.virtual_time to service_role;

-- The number under which a tenant is known in thin rows.
create function engine.tenant_number(tenant text) returns bigint
    language sql immutable
    set search_path = ''
return pg_catalog.hashtextextended(coalesce(tenant, ''), 0);

-- Whether there is anything to claim from a place on, and when the next piece is due. As cheap as can be, since an idle instance asks
-- it several times a second: the login role may call it as it is, without a transaction that takes another.
create function engine.look(lowest bigint, since timestamptz) returns table (ready boolean, next_due_at timestamptz)
    language sql stable security definer
    set search_path = ''
as $$
    select exists (select from engine.ready where ord >= lowest), (select min(due_at) from engine.waiting where due_at >= since)
$$;
revoke execute on function engine.look(bigint, timestamptz) from public;
grant usage on schema engine to ringback;
grant execute on function engine.look(bigint, timestamptz) to ringback, service_role;

-- Writes entries for what may run now. A tenant's virtual time is advanced only where that needs no waiting: a user's transaction
-- never waits for another's. A few items advance it by chance, in proportion: a hot row that changed with each item would grow a
-- chain of dead versions as long as somebody holds an old snapshot.
create function engine.make_ready(p_work_ids bigint[], p_tenants bigint[]) returns void
    language plpgsql security definer
    set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    stride constant integer := 32;
begin
    if cardinality(p_work_ids) = 1 and random() * stride >= 1 then
        insert into engine.ready (ord, work_id)
        select greatest(v.last_value, t.finish), p_work_ids[1]
          from engine.virtual_time v left join engine.tenant_time t on t.tenant = p_tenants[1];
        return;
    end if;
    with brought as (
        select number as tenant, count(*) as items from unnest(p_tenants) as number group by number
    ), known as (
        select b.tenant, b.items, greatest(v.last_value, t.finish) as start,
               case when b.items >= stride then b.items
                    when cardinality(p_work_ids) = 1 or random() * stride < b.items then stride end as step
          from brought b cross join engine.virtual_time v left join engine.tenant_time t on t.tenant = b.tenant
    ), free as (
        select t.tenant from engine.tenant_time t join known k on k.tenant = t.tenant
         where k.step is not null for update of t skip locked
    ), advanced as (
        update engine.tenant_time t set finish = greatest(k.start, t.finish) + k.step from known k join free f on f.tenant = k.tenant
         where t.tenant = k.tenant
    ), first as (
        insert into engine.tenant_time (tenant, finish)
        select k.tenant, k.start + k.step from known k
         where k.step is not null and not exists (select from engine.tenant_time t where t.tenant = k.tenant)
           and pg_catalog.pg_try_advisory_xact_lock(k.tenant)
        on conflict do nothing
    )
    insert into engine.ready (ord, work_id)
    select k.start + row_number() over (partition by u.tenant order by u.nth) - 1, u.work_id
      from unnest(p_work_ids, p_tenants) with ordinality as u (work_id, tenant, nth) join known k on k.tenant = u.tenant
     order by 1;
end
$$;
revoke execute on function engine.make_ready(bigint[], bigint[]) from public;
grant execute on function engine.make_ready(bigint[], bigint[]) to service_role;
