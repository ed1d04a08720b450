-- Figures by tenant and local day that can be dropped and built again: marks of days whose facts changed, and the zones in
-- which tenants' days begin.

create table engine.tenant_setting (
    pack       text not null,
    tenant     text not null,
    zone       text not null default 'UTC',
    closed_day date,
    primary key (pack, tenant)
);
comment on table engine.tenant_setting is 'What the engine must know of a tenant. Kept by the packs'' triggers; a tenant without a row reports in UTC.';
comment on column engine.tenant_setting.zone is 'IANA zone of its reporting days.';
comment on column engine.tenant_setting.closed_day is 'The last day that was computed once more after it had ended.';

create table engine.rollup (
    name text primary key check (name ~ '^[a-z]+\.[a-z_]+$')
);
comment on table engine.rollup is 'The rollups, as pack and table; the engine''s own are of all packs. A migration that brings one adds its row. Locked by who recomputes.';

create table engine.dirty_day (
    id     bigint generated always as identity primary key,
    rollup text        not null,
    pack   text        not null,
    tenant text        not null,
    at     timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.5, autovacuum_vacuum_cost_delay = 0);
comment on table engine.dirty_day is 'Days to compute anew. Only inserted and deleted: a mark that its job cannot see yet is a mark that the job leaves.';
comment on column engine.dirty_day.at is 'A moment of the day, since the zone may change before it is computed; -infinity for every day of the tenant.';
create index dirty_day_rollup on engine.dirty_day (rollup, id);

-- Marks the days of facts that came, changed or went: a trigger each for insert, update and delete, with `gone` and `written` as
-- the transition tables. Arguments: rollup, pack (or * for the column of that name), column of the tenant, then expressions of
-- time that put the fact on a day. They must hold all that the rollup reads: where none of them changed, nothing did.
-- Never waits and never looks for a mark that is there already: one that is seen may be cleared before this fact commits.
create function engine.mark_dirty_days() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    pack    text := case tg_argv[1] when '*' then 'pack' else quote_literal(tg_argv[1]) end;
    fact    text := format('select %s::text as pack, %I::text as tenant, array[%s]::timestamptz[] as times from ', pack, tg_argv[2],
                           pg_catalog.array_to_string(tg_argv[3:], ', '));
    changed text := case tg_op
        when 'INSERT' then fact || 'written'
        when 'DELETE' then fact || 'gone'
        else format('(%1$s gone except all %1$s written) union all (%1$s written except all %1$s gone)', fact) end;
begin
    execute format($sql$
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select distinct $1, f.pack, f.tenant, pg_catalog.date_bin('15 minutes', t.at, 'epoch')
          from (%s) as f cross join lateral unnest(f.times) as t (at)
         where f.tenant is not null and pg_catalog.isfinite(t.at)$sql$, changed)
      using tg_argv[0];
    return null;
end
$$;
revoke execute on function engine.mark_dirty_days() from public;

-- In another zone every day begins at another moment.
create function engine.mark_every_day() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    moved text := case tg_op
        when 'INSERT' then 'select pack, tenant from written'
        when 'DELETE' then 'select pack, tenant from gone'
        else 'select w.pack, w.tenant from written w join gone g using (pack, tenant) where w.zone <> g.zone' end;
begin
    execute format($sql$
        insert into engine.dirty_day (rollup, pack, tenant, at)
        select r.name, m.pack, m.tenant, '-infinity'
          from (%s) as m join engine.rollup r on split_part(r.name, '.', 1) in ('engine', m.pack)$sql$, moved);
    return null;
end
$$;
revoke execute on function engine.mark_every_day() from public;
create trigger tenant_setting_mark_insert after insert on engine.tenant_setting
    referencing new table as written for each statement execute function engine.mark_every_day();
create trigger tenant_setting_mark_update after update on engine.tenant_setting
    referencing old table as gone new table as written for each statement execute function engine.mark_every_day();
create trigger tenant_setting_mark_delete after delete on engine.tenant_setting
    referencing old table as gone for each statement execute function engine.mark_every_day();

-- A zone that Postgres doesn't know would fail every day of the tenant.
create function engine.is_zone(name text) returns boolean
    language plpgsql stable
    set search_path = ''
as $$
begin
    perform pg_catalog.now() at time zone name;
    return name is not null;
exception when invalid_parameter_value then
    return false;
end
$$;
revoke execute on function engine.is_zone(text) from public;
grant execute on function engine.is_zone(text) to service_role;
alter table engine.tenant_setting add constraint tenant_setting_zone check (engine.is_zone(zone));

create table engine.message_daily (
    pack             text    not null,
    tenant           text    not null,
    day              date    not null,
    channel          text    not null,
    planned          integer not null,
    sent             integer not null,
    delivered        integer not null,
    opened           integer not null,
    clicked          integer not null,
    replied          integer not null,
    failed           integer not null,
    bounced          integer not null,
    complained       integer not null,
    not_sent         integer not null,
    received         integer not null,
    reply_minutes    double precision,
    primary key (pack, tenant, day, channel)
);
comment on table engine.message_daily is 'A rollup of engine.message: each event counts on the day when it happened.';
comment on column engine.message_daily.not_sent is 'Suppressed, skipped or cancelled that day; the messages say why.';
comment on column engine.message_daily.reply_minutes is 'Median from sending to answer, over the answers of that day.';
insert into engine.rollup (name) values ('engine.message_daily');

alter table engine.tenant_setting enable row level security;
alter table engine.rollup enable row level security;
alter table engine.dirty_day enable row level security;
alter table engine.message_daily enable row level security;
grant select, insert, update, delete on engine.tenant_setting, engine.rollup, engine.dirty_day, engine.message_daily to service_role;

-- Times come in roughly the order of the rows, so blocks of them are found by a thin index that sends hardly feel.
create index message_times on engine.message using brin (planned_at, decided_at, submitting_at, sent_at, delivered_at, opened_at, read_at,
    clicked_at, replied_at, failed_at, bounced_at, complained_at, received_at)
    with (pages_per_range = 32, autosummarize = on);
create trigger message_mark_insert after insert on engine.message
    referencing new table as written for each statement
    execute function engine.mark_dirty_days('engine.message_daily', '*', 'tenant', 'planned_at', 'sent_at', 'delivered_at', 'opened_at', 'read_at',
                                            'clicked_at', 'replied_at', 'bounced_at', 'complained_at', 'received_at',
                                            $$case when status = 'failed' then failed_at end$$,
                                            $$case when status in ('suppressed', 'skipped', 'cancelled') then decided_at end$$);
create trigger message_mark_update after update on engine.message
    referencing old table as gone new table as written for each statement
    execute function engine.mark_dirty_days('engine.message_daily', '*', 'tenant', 'planned_at', 'sent_at', 'delivered_at', 'opened_at', 'read_at',
                                            'clicked_at', 'replied_at', 'bounced_at', 'complained_at', 'received_at',
                                            $$case when status = 'failed' then failed_at end$$,
                                            $$case when status in ('suppressed', 'skipped', 'cancelled') then decided_at end$$);
create trigger message_mark_delete after delete on engine.message
    referencing old table as gone for each statement
    execute function engine.mark_dirty_days('engine.message_daily', '*', 'tenant', 'planned_at', 'sent_at', 'delivered_at', 'opened_at', 'read_at',
                                            'clicked_at', 'replied_at', 'bounced_at', 'complained_at', 'received_at',
                                            $$case when status = 'failed' then failed_at end$$,
                                            $$case when status in ('suppressed', 'skipped', 'cancelled') then decided_at end$$);
