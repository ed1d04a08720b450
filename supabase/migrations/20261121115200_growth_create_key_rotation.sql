-- Which API keys a client had, and how long a replaced one still opens.

create table growth.api_key_rotation_log (
    id             uuid primary key default gen_random_uuid(),
    client_id      uuid not null references growth.clients (client_id) on delete cascade,
    old_key        text check (old_key like 'sha256:%'),
    old_key_prefix text,
    new_key_prefix text,
    overlap_until  timestamptz,
    reason         text,
    rotated_by     text,
    rotated_at     timestamptz not null default engine.now()
);
create index api_key_rotation_log_client_id on growth.api_key_rotation_log (client_id, rotated_at desc);
create index api_key_rotation_log_old_key on growth.api_key_rotation_log (old_key);

comment on table growth.api_key_rotation_log is 'Key rotation history';
comment on column growth.api_key_rotation_log.id is 'ringback: the document names this table without columns';
comment on column growth.api_key_rotation_log.client_id is 'ringback: whose key was replaced';
comment on column growth.api_key_rotation_log.old_key is 'ringback: digest of the replaced key, by which it is known while both open';
comment on column growth.api_key_rotation_log.old_key_prefix is 'ringback: visible start of the replaced key';
comment on column growth.api_key_rotation_log.new_key_prefix is 'ringback: visible start of the key that came instead';
comment on column growth.api_key_rotation_log.overlap_until is 'ringback: until when the replaced key still opens; null where it ended at once';
comment on column growth.api_key_rotation_log.reason is 'ringback: why, in a person''s words';
comment on column growth.api_key_rotation_log.rotated_by is 'ringback: who asked for it';
comment on column growth.api_key_rotation_log.rotated_at is 'ringback: when';
create trigger api_key_rotation_log_append_only before update or delete on growth.api_key_rotation_log
    for each row execute function engine.refuse_rewrite();

alter table growth.api_key_rotation_log enable row level security;
create policy rotation_own_select on growth.api_key_rotation_log for select to authenticated
    using (client_id = (select growth.current_client_id()));

-- Digests are not for clients' eyes.
grant select (id, client_id, old_key_prefix, new_key_prefix, overlap_until, reason, rotated_by, rotated_at)
    on growth.api_key_rotation_log to authenticated;
grant select, insert, update, delete on growth.api_key_rotation_log to service_role;
