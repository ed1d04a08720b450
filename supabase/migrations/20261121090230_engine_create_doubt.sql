-- Answers that may be a no: sending is held until a human has read them.

create table engine.doubt (
    id           uuid        primary key default gen_random_uuid(),
    pack         text        not null,
    tenant       text        not null,
    address_hash bytea       not null,
    key_id       text        not null,
    channel      text        not null check (channel in ('email', 'sms', 'voice', 'whatsapp', 'web_form')),
    message_id   uuid        not null,
    rules        text[]      not null,
    raised_at    timestamptz not null,
    settled_at   timestamptz,
    settled_by   text,
    is_opt_out   boolean,
    unique (message_id, address_hash),
    constraint doubt_settled_whole check ((settled_at is null) = (is_opt_out is null) and (settled_at is null) = (settled_by is null))
);
comment on table engine.doubt is 'Answers that may be an opt-out, and what a human made of them.';
create index doubt_open on engine.doubt (pack, tenant, raised_at desc, id desc) where settled_at is null;

alter table engine.doubt enable row level security;
grant select, insert, update on engine.doubt to service_role;
