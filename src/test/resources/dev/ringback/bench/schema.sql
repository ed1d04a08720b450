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
    perform engine.enqueue('engine', w.kind, w.tenant, 'bench', w.id::text, w.kind || ':' || w.id, w.due_at) from written w;
    return null;
end
$$;
create trigger item_enqueue after insert on bench.item
    referencing new table as written for each statement execute function bench.enqueue();
