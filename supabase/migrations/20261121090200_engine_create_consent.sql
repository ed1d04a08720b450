-- Who must not be written to, and how that came about.

create table engine.consent_event (
    id             bigint generated always as identity primary key,
    pack           text        not null,
    tenant         text        not null,
    address_hash   bytea       not null,
    key_id         text        not null,
    channel_family text        not null check (channel_family in ('all', 'phone', 'email', 'whatsapp')),
    event          text        not null check (event in ('granted', 'revoked')),
    source         text        not null,
    evidence       jsonb       not null default '{}',
    at             timestamptz not null
);
comment on table engine.consent_event is 'The ledger of consent: append-only, addresses as keyed hashes.';
create index consent_event_address on engine.consent_event (address_hash, at);
create trigger consent_event_append_only before update or delete on engine.consent_event
    for each row execute function engine.refuse_rewrite();

create table engine.suppression (
    id             bigint generated always as identity primary key,
    pack           text        not null,
    tenant         text        not null,
    address_hash   bytea       not null,
    key_id         text        not null,
    channel_family text        not null check (channel_family in ('all', 'phone', 'email', 'whatsapp')),
    reason         text        not null,
    since          timestamptz not null,
    until          timestamptz,
    unique (address_hash, pack, tenant, channel_family)
);
comment on table engine.suppression is 'Addresses that nothing is sent to. `all` covers every channel: an opt-out on one holds on each.';

alter table engine.consent_event enable row level security;
alter table engine.suppression enable row level security;
grant select, insert on engine.consent_event to service_role;
grant select, insert, update, delete on engine.suppression to service_role;
