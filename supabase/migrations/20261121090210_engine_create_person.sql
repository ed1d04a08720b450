-- A person is what "any channel" means: several addresses that are one human's, as one tenant knows him.

create table engine.person (
    id         uuid        primary key default gen_random_uuid(),
    pack       text        not null,
    tenant     text        not null,
    created_at timestamptz not null default engine.now()
);
comment on table engine.person is 'Somebody whom a tenant writes to. What is known of him is in the packs'' rows.';

create table engine.address (
    id           bigint generated always as identity primary key,
    person_id    uuid        not null references engine.person (id) on delete cascade,
    pack         text        not null,
    tenant       text        not null,
    kind         text        not null check (kind in ('email', 'phone', 'page')),
    address      text        not null,
    address_hash bytea       not null,
    key_id       text        not null,
    subject_kind text,
    subject_id   text,
    linked_by    text        not null,
    created_at   timestamptz not null default engine.now(),
    constraint address_subject_whole check ((subject_kind is null) = (subject_id is null)),
    unique (pack, tenant, address)
);
comment on table engine.address is 'Normalised addresses of persons: E.164, lower-case e-mail with its domain in ASCII, or the page of a form.';
comment on column engine.address.linked_by is 'Who said that it is this person''s: a pack''s row, or a hand.';
create index address_person on engine.address (person_id);
create index address_hash on engine.address (address_hash);
create index address_subject on engine.address (pack, tenant, subject_kind, subject_id);

alter table engine.person enable row level security;
alter table engine.address enable row level security;
grant select, insert, update, delete on engine.person, engine.address to service_role;

-- The hashes of all addresses of whom this one belongs to, itself included, the least first: what "per person" counts by.
create function engine.person_hashes(p_pack text, p_tenant text, p_hash bytea) returns bytea[]
    language sql stable
    set search_path = ''
as $$
    select array(select p_hash
                  union
                 select other.address_hash
                   from engine.address own join engine.address other on other.person_id = own.person_id
                  where own.pack = p_pack and own.tenant = p_tenant and own.address_hash = p_hash
                  order by 1)
$$;
revoke execute on function engine.person_hashes(text, text, bytea) from public;
grant execute on function engine.person_hashes(text, text, bytea) to service_role;
