-- Due columns of the packs' tables: the column is the truth, triggers keep the one piece of work in step.

create table engine.due_column (
    table_name     text not null,
    due_column     text not null,
    kind           text not null,
    tenant_column  text,
    subject_kind   text not null,
    key_column     text not null,
    primary key (table_name, due_column)
);
comment on table engine.due_column is 'The columns that engine.keep_due keeps in step, for the job that looks for what their triggers missed.';
alter table engine.due_column enable row level security;
grant select on engine.due_column to service_role;

-- What the rows of `source` (a table or a transition table with the columns tenant, key, due) want enqueued.
create function engine.due_work(p_pack text, p_kind text, p_tenant text, p_subject_kind text, p_key text, p_due timestamptz) returns engine.new_work
    language sql immutable
    set search_path = ''
return row(p_pack, p_kind, p_tenant, p_subject_kind, p_key, p_kind || ':' || p_key, p_due, null::jsonb, false)::engine.new_work;

-- The trigger behind every due column; arguments: kind, tenant column or '', subject kind, key column, due column. Set: work
-- is enqueued. Moved: it is moved, also while it is leased. Null or row gone: it is cancelled. Rows are compared by key, so a
-- statement that writes a thousand of them is worked as one.
create function engine.follow_due_column() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    kind         constant text := tg_argv[0];
    subject_kind constant text := tg_argv[2];
    tenant       constant text := case when tg_argv[1] = '' then 'null' else pg_catalog.format('%I::text', tg_argv[1]) end;
    shape        constant text := pg_catalog.format('select %s as tenant, %I::text as key, %I::timestamptz as due', tenant, tg_argv[3], tg_argv[4]);
    nothing      constant text := shape || pg_catalog.format(' from %I.%I where false', tg_table_schema, tg_table_name);
    was          constant text := case when tg_op = 'INSERT' then nothing else shape || ' from before' end;
    become       constant text := case when tg_op = 'DELETE' then nothing else shape || ' from written' end;
    items        engine.new_work[];
    cancelled    text[];
begin
    execute pg_catalog.format(
        'select array_agg(engine.due_work($1, $2, n.tenant, $3, n.key, n.due) order by n.due)
                filter (where n.due is not null and (o.key is null or o.due is distinct from n.due or o.tenant is distinct from n.tenant)),
                array_agg($2 || '':'' || o.key) filter (where o.due is not null and n.due is null)
           from (%s) o full join (%s) n on n.key = o.key', was, become)
       into items, cancelled using tg_table_schema, kind, subject_kind;
    if cancelled is not null then
        perform engine.cancel_all(cancelled);
    end if;
    if items is not null then
        perform engine.enqueue_all(items);
        perform engine.ring();
    end if;
    return null;
end
$$;
revoke execute on function engine.follow_due_column() from public;

-- Has the work of `p_kind` follow a due column from now on. For migrations, once per column; `p_tenant_column` null where there is
-- no tenant. The kind's handler must clear or move the column in its own transaction, or the work is missed and runs again.
create function engine.keep_due(
    p_table regclass, p_due_column text, p_kind text, p_key_column text, p_subject_kind text, p_tenant_column text default null
) returns void
    language plpgsql
    set search_path = ''
as $$
declare
    arguments constant text := pg_catalog.format('%L, %L, %L, %L, %L', p_kind, coalesce(p_tenant_column, ''), p_subject_kind, p_key_column,
                                                 p_due_column);
begin
    execute pg_catalog.format('create trigger %I after insert on %s referencing new table as written
                               for each statement execute function engine.follow_due_column(%s)', p_due_column || '_due_insert', p_table, arguments);
    execute pg_catalog.format('create trigger %I after update on %s referencing old table as before new table as written
                               for each statement execute function engine.follow_due_column(%s)', p_due_column || '_due_update', p_table, arguments);
    execute pg_catalog.format('create trigger %I after delete on %s referencing old table as before
                               for each statement execute function engine.follow_due_column(%s)', p_due_column || '_due_delete', p_table, arguments);
    insert into engine.due_column (table_name, due_column, kind, tenant_column, subject_kind, key_column)
    select pg_catalog.format('%I.%I', n.nspname, c.relname), p_due_column, p_kind, p_tenant_column, p_subject_kind, p_key_column
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = p_table;
end
$$;
revoke execute on function engine.keep_due(regclass, text, text, text, text, text) from public;

-- Enqueues, for every due column, up to `p_limit` rows that are due and have no work: what was written while triggers were off, or
-- left due by a handler. Not what became a dead letter since it was due, unless that was replayed: it waits for a person, or was
-- discarded by one. Answers how many those were.
create function engine.enqueue_missed(p_limit integer) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    known  engine.due_column;
    items  engine.new_work[];
    missed integer := 0;
begin
    for known in select * from engine.due_column order by table_name, due_column
    loop
        execute pg_catalog.format(
            'select array_agg(engine.due_work($1, $2, tenant, $3, key, due) order by due)
               from (select %s as tenant, %I::text as key, %I::timestamptz as due from %s t
                      where %I <= engine.now() and not exists (select from engine.work w where w.dedupe_key = $2 || '':'' || t.%I)
                        and not exists (select from engine.dead_letter l
                                         where l.dedupe_key = $2 || '':'' || t.%I and l.closed_as is distinct from ''replayed''
                                           and l.died_at >= t.%I::timestamptz)
                      order by %I limit $4) late',
            case when known.tenant_column is null then 'null' else pg_catalog.format('%I::text', known.tenant_column) end,
            known.key_column, known.due_column, known.table_name, known.due_column, known.key_column,
            known.key_column, known.due_column, known.due_column)
           into items using pg_catalog.split_part(known.table_name, '.', 1), known.kind, known.subject_kind, p_limit;
        missed := missed + coalesce(engine.enqueue_all(items, 'keep'), 0);
    end loop;
    return missed;
end
$$;
revoke execute on function engine.enqueue_missed(integer) from public;
grant execute on function engine.enqueue_missed(integer) to service_role;

-- How long the oldest transaction has kept dead rows from being removed; what other roles do is seen where our owner may see it.
create function engine.oldest_snapshot_seconds() returns double precision
    language sql volatile security definer
    set search_path = ''
as $$
    select coalesce(max(extract(epoch from pg_catalog.clock_timestamp() - xact_start)), 0)::double precision
      from pg_catalog.pg_stat_activity
     where (backend_xmin is not null or backend_xid is not null) and pid <> pg_catalog.pg_backend_pid()
       and datname = pg_catalog.current_database()
$$;
revoke execute on function engine.oldest_snapshot_seconds() from public;
grant execute on function engine.oldest_snapshot_seconds() to service_role;
