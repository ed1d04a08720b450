-- Who must not be written to, and how that came about.

create table engine.consent_setting (
    pack           text        not null,
    tenant         text        not null,
    revoke_all     boolean     not null default true,
    postal_address text        check (btrim(postal_address) <> ''),
    updated_at     timestamptz not null default engine.now(),
    primary key (pack, tenant)
);
comment on table engine.consent_setting is 'How a tenant keeps consent; a tenant without a row has the defaults.';
comment on column engine.consent_setting.revoke_all is 'A no on one channel holds on every channel and address of the person.';
comment on column engine.consent_setting.postal_address is 'Commercial mail carries it or does not leave.';

create table engine.consent_event (
    id             bigint generated always as identity primary key,
    pack           text        not null,
    tenant         text        not null,
    scope          text        not null default 'tenant' check (scope in ('tenant', 'global') or scope ~ '^sequence:.+'),
    address_hash   bytea       not null,
    key_id         text        not null,
    channel_family text        not null check (channel_family in ('all', 'phone', 'email', 'whatsapp')),
    event          text        not null check (event in ('granted', 'revoked')),
    source         text        not null,
    evidence       jsonb       not null default '{}',
    text_version   text,
    at             timestamptz           not null
);
comment on table engine.consent_event is 'The ledger of consent: append-only, addresses as keyed hashes.';
comment on column engine.consent_event.text_version is 'Which wording the person agreed to, or which version of the rules read the no.';
create index consent_event_address on engine.consent_event (address_hash, at);
create trigger consent_event_append_only before update or delete on engine.consent_event
    for each row execute function engine.refuse_rewrite();

create table engine.suppression (
    id             bigint generated always as identity primary key,
    pack           text        not null,
    tenant         text        not null,
    scope          text        not null default 'tenant' check (scope in ('tenant', 'global') or scope ~ '^sequence:.+'),
    address_hash   bytea       not null,
    key_id         text        not null,
    origin_hash    bytea       not null,
    channel_family text        not null check (channel_family in ('all', 'phone', 'email', 'whatsapp')),
    reason         text        not null,
    source         text        not null,
    since          timestamptz           not null,
    until          timestamptz,
    constraint suppression_global check ((scope = 'global') = (pack = '*' and tenant = '*')),
    unique (address_hash, pack, tenant, scope, channel_family, reason)
);
comment on table engine.suppression is 'Addresses that nothing is sent to. `all` covers every channel: an opt-out on one holds on each. Ended, never deleted.';
comment on column engine.suppression.origin_hash is 'The address whose no it was, where it spread over a person''s addresses: the same one''s START ends it.';
create index suppression_origin on engine.suppression (origin_hash);
create index suppression_tenant on engine.suppression (pack, tenant, id);

create function engine.refuse_delete() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    raise exception '%.% is never purged', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger suppression_kept before delete on engine.suppression
    for each row execute function engine.refuse_delete();
create trigger suppression_kept_whole before truncate on engine.suppression
    for each statement execute function engine.refuse_delete();
create trigger consent_event_kept_whole before truncate on engine.consent_event
    for each statement execute function engine.refuse_delete();

-- Why nothing may be sent to an address, under whichever of its hashes; the oldest reason, null where there is none. The one
-- reading of the table: planning, the gate and every answer ask it.
create function engine.suppression_reason(
    p_pack text, p_tenant text, p_hashes bytea[], p_family text, p_sequence text, p_now timestamptz
) returns text
    language sql stable
    set search_path = ''
as $$
    select reason from engine.suppression
     where address_hash = any (p_hashes)
       and (scope = 'global' or pack = p_pack and tenant = p_tenant and (scope = 'tenant' or scope = 'sequence:' || p_sequence))
       and channel_family in ('all', p_family)
       and (until is null or until > p_now)
     order by since, id
     limit 1
$$;
revoke execute on function engine.suppression_reason(text, text, bytea[], text, text, timestamptz) from public;
grant execute on function engine.suppression_reason(text, text, bytea[], text, text, timestamptz) to service_role;

alter table engine.consent_setting enable row level security;
alter table engine.consent_event enable row level security;
alter table engine.suppression enable row level security;
grant select, insert, update on engine.consent_setting, engine.suppression to service_role;
grant select, insert on engine.consent_event to service_role;
