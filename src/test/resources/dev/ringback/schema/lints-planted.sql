-- What each check of lints.sql must find, in the empty schema `planted`; rolled back.

-- name: unindexed_foreign_keys
-- An index that has the column, but not first.
do $do$ begin
    create table planted.parent (id int primary key);
    create table planted.child (id int primary key, other int, parent_id int references planted.parent (id));
    create index on planted.child (other, parent_id);
end $do$;

-- name: auth_rls_initplan
-- Asked for each row.
do $do$ begin
    create table planted.t (id int primary key, owner uuid);
    create policy p on planted.t for select to authenticated using (owner = auth.uid());
end $do$;

-- name: no_primary_key
-- A unique column is not enough.
create table planted.t (id int unique);

-- name: multiple_permissive_policies
-- One for all verbs and one for selecting.
do $do$ begin
    create table planted.t (id int primary key);
    create policy a on planted.t to authenticated using (id > 1) with check (id > 1);
    create policy b on planted.t for select to public using (id < 1);
end $do$;

-- name: policy_exists_rls_disabled
-- Row level security forgotten.
do $do$ begin
    create table planted.t (id int primary key);
    create policy p on planted.t for select to authenticated using (true);
end $do$;

-- name: rls_enabled_no_policy
-- The policies forgotten.
do $do$ begin
    create table planted.t (id int primary key);
    alter table planted.t enable row level security;
end $do$;

-- name: duplicate_index
-- An index on a unique column.
do $do$ begin
    create table planted.t (id int primary key, name text unique);
    create index on planted.t (name);
end $do$;

-- name: security_definer_view
-- As views are by default.
create view planted.v as select 1 as one;

-- name: function_search_path_mutable
-- As functions are by default.
create function planted.f() returns int language sql as $$ select 1 $$;

-- name: rls_disabled_in_public
-- As tables are by default.
create table planted.t (id int primary key);

-- name: extension_in_public
-- In one of our schemas.
create extension seg with schema planted;

-- name: rls_references_user_metadata
-- What users say of themselves.
do $do$ begin
    create table planted.t (id int primary key);
    create policy p on planted.t for select to authenticated using ((select auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
end $do$;

-- name: materialized_view_in_api
-- Granted to everybody who is signed in.
do $do$ begin
    create materialized view planted.m as select 1 as one;
    grant select on planted.m to authenticated;
end $do$;

-- name: unsupported_reg_types
-- A function's name as a type.
create table planted.t (id int primary key, f regprocedure);

-- name: fkey_to_auth_unique
-- Users by mail address.
create table planted.t (id int primary key, email text references auth.users (email));

-- name: sensitive_columns_exposed
-- One column granted is enough.
do $do$ begin
    create table planted.t (id int primary key, password_hash text);
    alter table planted.t enable row level security;
    grant select (password_hash) on planted.t to authenticated;
end $do$;

-- name: rls_policy_always_true
-- Everybody updates everything.
do $do$ begin
    create table planted.t (id int primary key);
    create policy p on planted.t for update to authenticated using ((1 = 1)) with check (id > 0);
end $do$;

-- name: anon_security_definer_function_executable
-- Functions are everybody's by default.
create function planted.f() returns int language sql security definer set search_path = '' as $$ select 1 $$;

-- name: authenticated_security_definer_function_executable
-- Granted by name.
do $do$ begin
    create function planted.f() returns int language sql security definer set search_path = '' as $$ select 1 $$;
    revoke execute on function planted.f() from public;
    grant execute on function planted.f() to authenticated;
end $do$;

-- name: unindexed_policy_columns
-- An index that has the column, but not first.
do $do$ begin
    create table planted.t (id int primary key, owner uuid);
    create index on planted.t (id, owner);
    create policy p on planted.t for select to authenticated using (owner = (select auth.uid()));
end $do$;

-- name: engine_definer_function_executable
-- Functions are everybody's by default.
create function planted_engine.f() returns int language sql security definer set search_path = '' as $$ select 1 $$;

-- name: granted_to_anon
-- One column is enough.
do $do$ begin
    create table planted.t (id int primary key, name text);
    grant select (name) on planted.t to anon;
end $do$;
