-- What the jobs did, and which slot of a calendar job is whose.

create table engine.run (
    id          uuid        primary key,
    job         text        not null,
    slot        timestamptz,
    instance    text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    lease_until timestamptz,
    takes       smallint    not null default 1,
    failures    smallint    not null default 0,
    claimed     integer     not null default 0,
    done        integer     not null default 0,
    snoozed     integer     not null default 0,
    failed      integer     not null default 0,
    cancelled   integer     not null default 0,
    remaining   bigint      not null default 0,
    next_due_at timestamptz,
    error       text,
    constraint run_slot unique (job, slot)
);
comment on table engine.run is 'A row per run of a job: of a calendar job one per slot, of a draining job one for each run that did something or failed.';
comment on column engine.run.slot is 'The moment that a calendar job''s run is for; null for jobs that drain, which may run at any time and side by side.';
comment on column engine.run.lease_until is 'Until then the run is its instance''s, by the database''s clock; whoever comes later takes it over.';
comment on column engine.run.takes is 'The fence: rises with each take-over, and an instance that lost its run changes nothing.';
comment on column engine.run.error is 'Why it failed last.';
create index run_latest on engine.run (started_at desc, id desc);
create index run_finished on engine.run (finished_at);

alter table engine.run enable row level security;
grant select, insert, update, delete on engine.run to service_role;
