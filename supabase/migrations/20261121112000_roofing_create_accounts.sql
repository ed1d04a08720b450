-- Accounts of roofing companies, the audit trail, and who may reach which account's rows.

create extension if not exists cube with schema extensions;
create extension if not exists earthdistance with schema extensions;
create extension if not exists btree_gist with schema extensions;

create schema roofing;
comment on schema roofing is
    'Area scans, scored roof leads, sequences, voice calls, bookings, contagion, metering. Account: users.auth_user_id.';
grant usage on schema roofing to authenticated, service_role;

-- Stamps a changed row, unless whoever changed it says when that was.
create function roofing.touch_updated_at() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if new.updated_at is not distinct from old.updated_at then
        new.updated_at := engine.now();
    end if;
    return new;
end
$$;

create table roofing.users (
    id                          bigint generated always as identity primary key,
    email                       text   not null constraint users_email unique check (email ~ '^[^@\s]+@[^@\s]+$'),
    hashed_password             text   not null default '!'
                                       check (hashed_password = '!' or hashed_password ~ '^\$2[aby]\$\d{2}\$[./A-Za-z0-9]{53}$'),
    company_name                text,
    phone                       text,
    role                        text   not null default 'user' check (role in ('user', 'admin', 'superadmin')),
    is_active                   boolean not null default true,
    full_name                   text,
    business_address            text,
    website                     text,
    business_logo_url           text,
    service_area                jsonb  check (jsonb_typeof(service_area) = 'array'),
    subscription_tier           text   not null default 'trial' check (subscription_tier in ('trial', 'professional', 'enterprise')),
    subscription_status         text   not null default 'active' check (subscription_status in (
                                    'active', 'trialing', 'incomplete', 'incomplete_expired', 'past_due', 'unpaid', 'paused', 'canceled')),
    trial_leads_remaining       integer not null default 25 check (trial_leads_remaining >= 0),
    monthly_lead_count          integer not null default 0 check (monthly_lead_count >= 0),
    stripe_customer_id          text   unique,
    stripe_subscription_item_id text   unique,
    stripe_subscription_id      text   unique,
    created_at                  timestamptz default engine.now(),
    updated_at                  timestamptz default engine.now(),
    auth_user_id                uuid   unique references auth.users (id) on delete set null,
    time_zone                   text   not null default 'America/New_York',
    subscription_changed_at     timestamptz
);
create unique index users_email_folded on roofing.users (lower(email));

comment on table roofing.users is 'Primary user account table with subscription and billing info.';
comment on column roofing.users.hashed_password is 'Unused and locked: people sign in through Supabase. An imported hash must be bcrypt.';
comment on column roofing.users.role is 'user, admin, superadmin';
comment on column roofing.users.service_area is 'Array of cities/zips';
comment on column roofing.users.subscription_tier is 'trial, professional, enterprise';
comment on column roofing.users.subscription_status is 'Stripe''s words for the state of a subscription; the document has active alone';
comment on column roofing.users.subscription_changed_at is
    'ringback: when the subscription came to stand so, as Stripe says; what it says of an earlier time comes late and is left out';
comment on column roofing.users.trial_leads_remaining is 'Trial users get 25 free leads';
comment on column roofing.users.monthly_lead_count is 'A rollup of the account''s month';
comment on column roofing.users.auth_user_id is 'ringback: the Supabase user whose account this is; the tenant of every row of the pack';
comment on column roofing.users.time_zone is 'ringback: IANA zone of the account''s days and months';
create trigger users_touch before update on roofing.users
    for each row execute function roofing.touch_updated_at();

create table roofing.audit_logs (
    id             bigint generated always as identity primary key,
    user_id        bigint references roofing.users (id) on delete set null,
    action         text   not null,
    entity         text   not null,
    entity_id      text   not null,
    details        jsonb,
    created_at     timestamptz default engine.now(),
    transaction_id xid8   not null default pg_current_xact_id()
);
create index audit_logs_user_id on roofing.audit_logs (user_id);
create index audit_logs_action on roofing.audit_logs (action);
create index audit_logs_entity on roofing.audit_logs (entity);
create index audit_logs_created_at on roofing.audit_logs (created_at);

comment on table roofing.audit_logs is 'Comprehensive audit trail.';
comment on column roofing.audit_logs.transaction_id is
    'ringback: the transaction that wrote the row; an admin reaches other accounts in that transaction alone';
create trigger audit_logs_append_only before update or delete on roofing.audit_logs
    for each row execute function engine.refuse_rewrite();

-- The caller's account; null for whoever has none or a locked one.
create function engine.roofing_account() returns bigint
    language sql stable security definer
    set search_path = ''
as $$ select id from roofing.users where auth_user_id = auth.uid() and is_active $$;
revoke execute on function engine.roofing_account() from public;
grant execute on function engine.roofing_account() to authenticated;

-- The caller's account, and for the roles named those accounts that this transaction has put on record. An array, so that
-- a policy on it stays a walk of the account's index.
create function engine.roofing_reach(roles text[]) returns bigint[]
    language sql stable security definer
    set search_path = ''
as $$
    with own as (
        select id, role from roofing.users where id = engine.roofing_account()
    )
    select coalesce(array_agg(reached.id), '{}')
      from (select id from own
            union
            select other.id
              from own
              join roofing.audit_logs as record on record.user_id = own.id
               and record.created_at = engine.now()
               and record.transaction_id = pg_current_xact_id_if_assigned()
               and record.action = 'accessed'
               and record.entity = 'users'
              join roofing.users as other on record.entity_id in ('*', other.id::text)
             where own.role = any (roles)) as reached
$$;
revoke execute on function engine.roofing_reach(text[]) from public;

create function engine.roofing_readable() returns bigint[]
    language sql stable security definer
    set search_path = ''
as $$ select engine.roofing_reach('{admin,superadmin}') $$;
revoke execute on function engine.roofing_readable() from public;
grant execute on function engine.roofing_readable() to authenticated;

create function engine.roofing_writable() returns bigint[]
    language sql stable security definer
    set search_path = ''
as $$ select engine.roofing_reach('{superadmin}') $$;
revoke execute on function engine.roofing_writable() from public;
grant execute on function engine.roofing_writable() to authenticated;

-- Opens an account, or with null all of them, to the admin who calls, until the transaction ends: what is not on record
-- is not read.
create function engine.roofing_inspect(account bigint, reason text) returns void
    language plpgsql security definer
    set search_path = ''
as $$
declare
    caller bigint := engine.roofing_account();
begin
    if not exists (select from roofing.users where id = caller and role in ('admin', 'superadmin')) then
        raise exception 'only an admin inspects accounts' using errcode = 'insufficient_privilege';
    end if;
    insert into roofing.audit_logs (user_id, action, entity, entity_id, details)
    values (caller, 'accessed', 'users', coalesce(account::text, '*'), jsonb_build_object('reason', reason));
end
$$;
revoke execute on function engine.roofing_inspect(bigint, text) from public;
grant execute on function engine.roofing_inspect(bigint, text) to authenticated;

-- A row belongs to the account of what it hangs on: filled in where missing, refused where it differs. Without that a
-- stranger's lead could be enrolled by its number, since foreign keys look past policies. Arguments: table, column, …
create function engine.roofing_keep_account() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    owner bigint;
begin
    if tg_op = 'UPDATE' and new.user_id is distinct from old.user_id then
        raise exception '% does not change its account', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    for nth in 0 .. tg_nargs - 1 by 2 loop
        execute format('select user_id from roofing.%I where id = ($1).%I', tg_argv[nth], tg_argv[nth + 1]) into owner using new;
        new.user_id := coalesce(new.user_id, owner);
        if new.user_id <> owner then
            raise exception '% and its % belong to different accounts', tg_table_name, tg_argv[nth + 1]
                using errcode = 'foreign_key_violation';
        end if;
    end loop;
    return new;
end
$$;
revoke execute on function engine.roofing_keep_account() from public;

alter table roofing.users enable row level security;
create policy users_own_select on roofing.users for select to authenticated
    using (auth_user_id = (select auth.uid()) or id = any ((select engine.roofing_readable())::bigint[]));
create policy users_own_insert on roofing.users for insert to authenticated
    with check (auth_user_id = (select auth.uid()) and email = (select auth.email()));
create policy users_own_update on roofing.users for update to authenticated
    using (id = any ((select engine.roofing_writable())::bigint[]))
    with check (id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.audit_logs enable row level security;
create policy audit_logs_own_select on roofing.audit_logs for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));

grant select, insert, update, delete on roofing.users, roofing.audit_logs to service_role;
grant select on roofing.audit_logs to authenticated;
-- The hash is not for people's eyes; role, tier, quota and what Stripe says not for their hands.
grant select (id, email, company_name, phone, role, is_active, full_name, business_address, website, business_logo_url, service_area,
    subscription_tier, subscription_status, trial_leads_remaining, monthly_lead_count, stripe_customer_id, stripe_subscription_item_id,
    stripe_subscription_id, created_at, updated_at, auth_user_id, time_zone,
    subscription_changed_at) on roofing.users to authenticated;
grant insert (email, company_name, phone, full_name, business_address, website, business_logo_url, service_area, auth_user_id, time_zone)
    on roofing.users to authenticated;
grant update (company_name, phone, full_name, business_address, website, business_logo_url, service_area, time_zone)
    on roofing.users to authenticated;
