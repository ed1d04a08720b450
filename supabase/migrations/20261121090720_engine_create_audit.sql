-- Who changed what. Written by the functions and by triggers on tables that people edit; never rewritten.

create table engine.audit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default engine.now(),
    actor       text        not null,
    actor_kind  text        not null check (actor_kind in ('anon', 'authenticated', 'tenant', 'service_role', 'job', 'database')),
    pack        text        not null,
    tenant      text,
    action      text        not null,
    object_kind text        not null,
    object_id   text        not null,
    before      jsonb,
    after       jsonb,
    request_id  text
);
comment on table engine.audit is 'Append-only: who changed what, with what it was before and after. The packs'' audit tables are projections of it.';
comment on column engine.audit.actor is 'user:<id>, tenant:<pack>:<id>, service:<key name>, job; of plain SQL database:<login>.';
comment on column engine.audit.before is 'The members that changed, as they were; null for what is new. Secrets are said to be sealed, never shown.';
create index audit_object on engine.audit (object_kind, object_id, id);
create index audit_tenant on engine.audit (pack, tenant, id);

create trigger audit_append_only before update or delete on engine.audit
    for each row execute function engine.refuse_rewrite();
create trigger audit_never_emptied before truncate on engine.audit
    for each statement execute function engine.refuse_rewrite();

alter table engine.audit enable row level security;
grant select, insert on engine.audit to service_role;

-- Who acts in this transaction: as the functions signed it, else by the verified claims, else the login. `actor` among the
-- claims is ours, of callers without a user: an API key's tenant.
create function engine.actor(out actor text, out actor_kind text)
    language sql stable
    set search_path = ''
as $$
    select coalesce(signed, 'user:' || (claims ->> 'sub'), claims ->> 'actor', claims ->> 'role', 'database:' || session_user),
           case when signed is not null then signed_kind
                when claims ->> 'sub' is not null then 'authenticated'
                when claims ->> 'actor' is not null then 'tenant'
                else coalesce(claims ->> 'role', 'database') end
      from (select nullif(pg_catalog.current_setting('engine.actor', true), '') as signed,
                   nullif(pg_catalog.current_setting('engine.actor_kind', true), '') as signed_kind,
                   nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb as claims) as known
$$;
comment on function engine.actor() is 'Who acts in this transaction, for the audit.';

-- The members of a row that differ in another one; all where there is no other. What is sealed is named, not shown.
create function engine.changed_members(of_row jsonb, other jsonb, sealed text[]) returns jsonb
    language sql immutable
    set search_path = ''
as $$
    select pg_catalog.jsonb_object_agg(key, case when key = any (sealed) and value <> 'null' then '"sealed"' else value end)
      from pg_catalog.jsonb_each(of_row)
     where other is null or other -> key is distinct from value
$$;

-- Records what a statement did to a table that people edit: a trigger each for insert, update and delete, with `gone` and
-- `written` as the transition tables. Arguments: pack, kind of object, column of its id, column of its tenant, then the columns
-- that nobody may see, and behind a - those that come and go without a record. An update that changed nothing is no change.
create function engine.audit_changes() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    changes  text := case tg_op
        when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(w) - $6 as new_row from written w'
        when 'DELETE' then 'select to_jsonb(g) - $6 as old_row, null::jsonb as new_row from gone g'
        else format('select to_jsonb(g) - $6 as old_row, to_jsonb(w) - $6 as new_row from gone g full join written w using (%I)', tg_argv[2]) end;
    hidden   text[] := array(select column_name from unnest(tg_argv[4:]) as column_name where column_name not like '-%');
    fleeting text[] := array(select substr(column_name, 2) from unnest(tg_argv[4:]) as column_name where column_name like '-%');
begin
    execute format($sql$
        insert into engine.audit (actor, actor_kind, pack, tenant, action, object_kind, object_id, before, after, request_id)
        select who.actor, who.actor_kind, $1, coalesce(new_row, old_row) ->> $4,
               $1 || '.' || $2 || case when old_row is null then '.created' when new_row is null then '.deleted' else '.changed' end,
               $2, coalesce(new_row, old_row) ->> $3, engine.changed_members(old_row, new_row, $5),
               engine.changed_members(new_row, old_row, $5), nullif(pg_catalog.current_setting('engine.request_id', true), '')
          from (%s) as changes, engine.actor() as who
         where old_row is distinct from new_row$sql$, changes)
      using tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3], hidden, fleeting;
    return null;
end
$$;
revoke execute on function engine.audit_changes() from public;
