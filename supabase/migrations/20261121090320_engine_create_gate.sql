-- What stands at the gate: emergency stops, the environment, caps, and the locks that make it exact.

-- An emergency stop: while a row is there, nothing it covers begins to be submitted.
create table engine.brake (
    pack    text        not null default '*',
    tenant  text        not null default '*',
    channel text        not null default '*',
    reason  text        not null,
    since   timestamptz not null default engine.now(),
    primary key (pack, tenant, channel)
);
comment on table engine.brake is 'Emergency stops; * stands for all.';

create table engine.environment (
    only_row   boolean     primary key default true check (only_row),
    project    text        not null,
    claimed_at timestamptz not null,
    claimed_by text        not null
);
comment on table engine.environment is 'The project that this database sends for. A copy that finds itself elsewhere sends nothing until it is claimed.';

-- Where this database is, for installations that know no project: the cluster and the database in it. A copy into another
-- cluster or under another name is elsewhere.
create function engine.here() returns text
    language sql stable security definer
    set search_path = ''
return (select 'cluster:' || c.system_identifier || '/' || d.oid
          from pg_catalog.pg_control_system() c, pg_catalog.pg_database d
         where d.datname = pg_catalog.current_database());
revoke execute on function engine.here() from public;
grant execute on function engine.here() to service_role;

create table engine.cap (
    id      bigint generated always as identity primary key,
    pack    text     not null default '*',
    tenant  text     not null default '*',
    channel text     not null default '*',
    period  interval not null check (period > interval '0'),
    most    integer  not null check (most > 0),
    reason  text     not null,
    unique (pack, tenant, channel, period)
);
comment on table engine.cap is 'How many messages a person gets within a period, looking back from now; * stands for all. The tightest counts.';
comment on column engine.cap.reason is 'Machine-readable; what a message that waits for it says.';

create table engine.send_slot (
    pack         text        not null,
    tenant       text        not null,
    channel      text        not null,
    address_hash bytea       not null,
    day          date,
    used         integer     not null default 0,
    last_at      timestamptz,
    primary key (pack, tenant, channel, address_hash)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
comment on table engine.send_slot is
    'Locked by the gate, so that capped messages pass one after another: a row per sender with its count of the day, and one per capped person.';
comment on column engine.send_slot.address_hash is 'Empty for a sender; a person has the channel *.';

-- The key of the lock for an address: of 1,024, so that an import of a million opt-outs doesn't fill the lock table.
create function engine.address_bucket(address_hash bytea) returns integer
    language sql immutable
    set search_path = ''
return (pg_catalog.get_byte(address_hash, 0) << 2) | (pg_catalog.get_byte(address_hash, 1) & 3);
revoke execute on function engine.address_bucket(bytea) from public;
grant execute on function engine.address_bucket(bytea) to service_role;

-- The gate holds the keys of its addresses shared, until it has committed; what stops sends takes them for itself. So either
-- the stop waits for the gate's commit, or the gate, which doesn't wait, leaves the message and asks again. -1 is the brake's.
create function engine.stop_gate(buckets integer[]) returns void
    language sql volatile
    set search_path = ''
as $$
    select pg_catalog.pg_advisory_xact_lock(1919512167, bucket) from (select distinct unnest(buckets) as bucket order by 1) b;
$$;
revoke execute on function engine.stop_gate(integer[]) from public;
grant execute on function engine.stop_gate(integer[]) to service_role;

-- Answers which of the messages have all of their addresses' keys, and the brake's.
create function engine.enter_gate(messages uuid[], hashes bytea[]) returns setof uuid
    language sql volatile
    set search_path = ''
as $$
    with address as materialized (
        select a.message, engine.address_bucket(a.hash) as bucket from unnest(messages, hashes) as a (message, hash)
    ), entered as materialized (
        select bucket, pg_catalog.pg_try_advisory_xact_lock_shared(1919512167, bucket) as held
          from (select -1 as bucket union select bucket from address order by 1) b
    )
    select a.message from address a join entered e on e.bucket in (a.bucket, -1) group by a.message having bool_and(e.held);
$$;
revoke execute on function engine.enter_gate(uuid[], bytea[]) from public;
grant execute on function engine.enter_gate(uuid[], bytea[]) to service_role;

create function engine.stop_gate_for_suppression() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    perform engine.stop_gate((select array_agg(engine.address_bucket(address_hash)) from written));
    return null;
end
$$;
revoke execute on function engine.stop_gate_for_suppression() from public;
create trigger suppression_stop_gate_insert after insert on engine.suppression
    referencing new table as written for each statement execute function engine.stop_gate_for_suppression();
create trigger suppression_stop_gate_update after update on engine.suppression
    referencing new table as written for each statement execute function engine.stop_gate_for_suppression();

create function engine.stop_gate_for_brake() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    perform engine.stop_gate(array[-1]);
    return null;
end
$$;
revoke execute on function engine.stop_gate_for_brake() from public;
create trigger brake_stop_gate after insert or update on engine.brake
    for each statement execute function engine.stop_gate_for_brake();

alter table engine.brake enable row level security;
alter table engine.environment enable row level security;
alter table engine.cap enable row level security;
alter table engine.send_slot enable row level security;
grant select, insert, update, delete on engine.brake, engine.environment, engine.cap, engine.send_slot to service_role;
