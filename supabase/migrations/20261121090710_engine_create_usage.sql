-- What tenants used, once per source, and what they may still use.

create table engine.usage_event (
    id        bigint generated always as identity primary key,
    pack      text        not null,
    tenant    text        not null,
    metric    text        not null,
    source_id text        not null,
    quantity  numeric     not null check (quantity > 0),
    at        timestamptz not null default engine.now(),
    constraint usage_event_source unique (pack, tenant, metric, source_id)
);
comment on table engine.usage_event is 'Append-only: what was used, once per source however often it is told.';
comment on column engine.usage_event.source_id is 'What used it: a message, a call, a lead.';
create index usage_event_times on engine.usage_event using brin (at) with (autosummarize = on);
create trigger usage_event_append_only before update or delete on engine.usage_event
    for each row execute function engine.refuse_rewrite();

create table engine.allowance (
    pack      text    not null,
    tenant    text    not null,
    metric    text    not null,
    remaining numeric not null check (remaining >= 0),
    primary key (pack, tenant, metric)
) with (fillfactor = 50);
comment on table engine.allowance is 'What a tenant may still use of what is limited. Without a row, nothing.';

create table engine.usage_month (
    pack     text    not null,
    tenant   text    not null,
    metric   text    not null,
    month    date    not null,
    quantity numeric not null,
    primary key (pack, tenant, metric, month)
);
comment on table engine.usage_month is 'A rollup of engine.usage_event by months of the tenant''s zone.';
comment on column engine.usage_month.month is 'Its first day.';
insert into engine.rollup (name) values ('engine.usage_month');
create trigger usage_event_mark_insert after insert on engine.usage_event
    referencing new table as written for each statement
    execute function engine.mark_dirty_days('engine.usage_month', '*', 'tenant', 'at');
create trigger usage_event_mark_delete after delete on engine.usage_event
    referencing old table as gone for each statement
    execute function engine.mark_dirty_days('engine.usage_month', '*', 'tenant', 'at');

alter table engine.usage_event enable row level security;
alter table engine.allowance enable row level security;
alter table engine.usage_month enable row level security;
grant select, insert on engine.usage_event to service_role;
grant select, insert, update, delete on engine.allowance, engine.usage_month to service_role;
