-- Do-not-call lists, as hashes. A list is imported in parts and counts once it is complete.

create table engine.dnc_list (
    id           bigint generated always as identity primary key,
    name         text        not null,
    as_of        date        not null,
    imported_at  timestamptz not null,
    completed_at timestamptz,
    unique (name, as_of)
);
comment on table engine.dnc_list is 'One state of a do-not-call list. The latest complete one of each name counts, and blocks all calls once it is too old.';

create table engine.dnc_entry (
    list_id      bigint not null references engine.dnc_list (id) on delete cascade,
    address_hash bytea  not null,
    key_id       text   not null,
    primary key (list_id, address_hash)
);
comment on table engine.dnc_entry is 'Numbers that a list names, as keyed hashes.';
create index dnc_entry_address on engine.dnc_entry (address_hash);

alter table engine.dnc_list enable row level security;
alter table engine.dnc_entry enable row level security;
grant select, insert, update, delete on engine.dnc_list, engine.dnc_entry to service_role;
