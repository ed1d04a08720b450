-- What every Supabase project brings and our migrations rely on, for a bare PostgreSQL 15 or 17. Run as the superuser; running it
-- again changes nothing. Names, signatures and grants follow the platform; the insides are as small as will do.

-- Roles. `postgres` is no superuser, as on the platform, so that a migration that needs one fails here too.
do $$
declare
    role record;
begin
    for role in
        select * from (values
            ('anon', 'nologin noinherit'),
            ('authenticated', 'nologin noinherit'),
            ('service_role', 'nologin noinherit bypassrls'),
            ('authenticator', 'login noinherit password ''postgres'''),
            ('postgres', 'login inherit createrole createdb bypassrls password ''postgres'''),
            ('dashboard_user', 'nologin createrole createdb'),
            ('supabase_auth_admin', 'nologin noinherit createrole'),
            ('supabase_storage_admin', 'nologin noinherit createrole'),
            ('supabase_functions_admin', 'nologin noinherit createrole')) as wanted (name, options)
    loop
        if not exists (select from pg_roles where rolname = role.name) then
            execute format('create role %I %s', role.name, role.options);
        end if;
    end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';

-- Extensions live in a schema of their own. Those that only a superuser may create here are made now.
create schema if not exists extensions;
grant usage on schema extensions to public;
grant all on schema extensions to postgres;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists citext with schema extensions;
create extension if not exists cube with schema extensions;
create extension if not exists earthdistance with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists unaccent with schema extensions;
do $$
begin
    if exists (select from pg_available_extensions where name = 'postgis') then
        create extension if not exists postgis with schema extensions;
    end if;
end
$$;

-- Auth. Inside a transaction of a pooled connection an unset claim reads '', not null.
create schema if not exists auth authorization supabase_auth_admin;
grant usage on schema auth to anon, authenticated, service_role, postgres;

create table if not exists auth.users (
    id                 uuid primary key default gen_random_uuid(),
    email              text unique,
    phone              text unique,
    raw_app_meta_data  jsonb not null default '{}',
    raw_user_meta_data jsonb not null default '{}',
    is_anonymous       boolean not null default false,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now()
);
grant all on auth.users to postgres with grant option;

create or replace function auth.jwt() returns jsonb language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim', true), ''),
                    nullif(current_setting('request.jwt.claims', true), ''))::jsonb
$$;

create or replace function auth.uid() returns uuid language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
                    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

create or replace function auth.role() returns text language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
                    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
$$;

create or replace function auth.email() returns text language sql stable as $$
    select coalesce(nullif(current_setting('request.jwt.claim.email', true), ''),
                    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
$$;

-- Vault: in clear here, encrypted on the platform. Written through its functions only, as there.
create schema if not exists vault;
grant usage on schema vault to postgres with grant option;
grant usage on schema vault to service_role;

create table if not exists vault.secrets (
    id          uuid primary key default gen_random_uuid(),
    name        text,
    description text not null default '',
    secret      text not null,
    key_id      uuid,
    nonce       bytea,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);
create unique index if not exists secrets_name_idx on vault.secrets (name) where name is not null;

create or replace view vault.decrypted_secrets as
    select id, name, description, secret, secret as decrypted_secret, key_id, nonce, created_at, updated_at
      from vault.secrets;

create or replace function vault.create_secret(
    new_secret text, new_name text default null, new_description text default '', new_key_id uuid default null)
    returns uuid language sql security definer set search_path = '' as $$
    insert into vault.secrets (secret, name, description, key_id)
    values (new_secret, new_name, new_description, new_key_id) returning id
$$;

create or replace function vault.update_secret(
    secret_id uuid, new_secret text default null, new_name text default null, new_description text default null,
    new_key_id uuid default null)
    returns void language sql security definer set search_path = '' as $$
    update vault.secrets
       set secret      = coalesce(new_secret, secret),
           name        = coalesce(new_name, name),
           description = coalesce(new_description, description),
           key_id      = coalesce(new_key_id, key_id),
           updated_at  = now()
     where id = secret_id
$$;

revoke all on all functions in schema vault from public;
grant select, delete on vault.secrets, vault.decrypted_secrets to postgres with grant option;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
grant execute on all functions in schema vault to postgres with grant option;
grant execute on all functions in schema vault to service_role;

-- The database itself belongs to `postgres`, and with it the right to make schemas.
do $$
begin
    execute format('alter database %I owner to postgres', current_database());
    execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end
$$;
