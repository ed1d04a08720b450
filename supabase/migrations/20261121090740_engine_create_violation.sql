-- What the nightly look at our own promises found.

create table engine.violation (
    rule        text        not null,
    object_id   text        not null,
    detail      jsonb       not null default '{}',
    found_at    timestamptz not null,
    seen_at     timestamptz not null,
    resolved_at timestamptz,
    primary key (rule, object_id)
);
comment on table engine.violation is 'A promise that was not kept, once per thing; an alert until it is resolved.';
comment on column engine.violation.resolved_at is 'When it was not found any more. What cannot be undone, such as a send, is resolved by hand.';
create index violation_open on engine.violation (rule) where resolved_at is null;

alter table engine.violation enable row level security;
grant select, insert, update, delete on engine.violation to service_role;
