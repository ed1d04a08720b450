-- The engine's schema, the login role of the functions, and business time.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

create schema engine;
comment on schema engine is 'The shared engine of the packs. Never exposed through the data API.';

-- The functions log in as `ringback` and take a role per transaction: authenticated with the caller's claims, or
-- service_role. NOINHERIT and without BYPASSRLS, so that a statement outside such a transaction may touch nothing.
-- It has no password until the owner sets one.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'ringback') then
        create role ringback login noinherit;
    end if;
end
$$;
-- Its statements are short: compiling one costs more than running it.
alter role ringback set jit = off;
grant anon, authenticated, service_role to ringback;

grant usage on schema engine to authenticated, service_role;

-- Business time: what the functions' clock says in their transactions, else the database's time.
create function engine.now() returns timestamptz
    language sql stable
    set search_path = ''
return coalesce(nullif(pg_catalog.current_setting('engine.now', true), '')::timestamptz, pg_catalog.now());
comment on function engine.now() is 'Business time of this transaction; ticked by tests, else the database''s.';
grant execute on function engine.now() to authenticated, service_role;

-- The plain text of a vault secret; null where there is none. For the service alone.
create function engine.secret(secret_name text) returns text
    language sql stable security definer
    set search_path = ''
as $$ select decrypted_secret from vault.decrypted_secrets where name = secret_name limit 1 $$;
revoke execute on function engine.secret(text) from public;
grant execute on function engine.secret(text) to service_role;

-- Keeps a secret in the vault under the name: made when new, changed when known. For triggers that seal columns.
create function engine.keep_secret(secret_name text, secret text) returns void
    language plpgsql security definer
    set search_path = ''
as $$
declare
    known uuid;
begin
    select id into known from vault.secrets where name = secret_name;
    if known is null then
        perform vault.create_secret(secret, secret_name);
    else
        perform vault.update_secret(known, secret);
    end if;
end
$$;
revoke execute on function engine.keep_secret(text, text) from public;

-- Takes a secret out of the vault. For triggers on rows whose secrets were kept.
create function engine.forget_secret(secret_name text) returns void
    language sql security definer
    set search_path = ''
as $$ delete from vault.secrets where name = secret_name $$;
revoke execute on function engine.forget_secret(text) from public;

-- Append-only tables refuse to be rewritten; cascades of a foreign key pass, and the engine's own erasure of a person, which runs
-- as the tables' owner: nobody else can say so.
create function engine.refuse_rewrite() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if pg_catalog.pg_trigger_depth() > 1
       or pg_catalog.current_setting('engine.erasing', true) = 'on'
          and current_user = (select pg_catalog.pg_get_userbyid(relowner) from pg_catalog.pg_class where oid = tg_relid) then
        return coalesce(new, old);
    end if;
    raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;
