-- A table whose rows start work, as the packs' tables do: by a trigger per statement.
create schema bench;
create table bench.item (
    id     bigint generated always as identity primary key,
    kind   text        not null default 'engine.bench',
    tenant text        not null default 'one',
    due_at timestamptz not null default engine.now()
);

create function bench.enqueue() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    perform engine.enqueue_all(array_agg(row('engine', kind, tenant, 'bench', id::text, kind || ':' || id, due_at, null, false)::engine.new_work))
       from written;
    return null;
end
$$;
create trigger item_enqueue after insert on bench.item
    referencing new table as written for each statement execute function bench.enqueue();
