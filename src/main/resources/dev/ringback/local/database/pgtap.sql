-- The part of pgTAP that supabase/tests use, so that the same files run here and under `supabase test db`. Numbers and the
-- plan live in settings of the transaction, which the test rolls back.
create or replace function extensions.plan(wanted integer) returns text language sql as $$
    select set_config('tap.number', '0', true) is not null and set_config('tap.failed', '0', true) is not null
           and set_config('tap.plan', wanted::text, true) is not null;
    select '1..' || wanted
$$;

create or replace function extensions.no_plan() returns setof text language sql as $$
    select set_config('tap.number', '0', true), set_config('tap.failed', '0', true), set_config('tap.plan', '', true);
    select null::text where false
$$;

create or replace function extensions.ok(passed boolean, description text default '') returns text language plpgsql as $$
declare
    number integer := current_setting('tap.number')::integer + 1;
begin
    perform set_config('tap.number', number::text, true);
    if passed then
        return format('ok %s - %s', number, description);
    end if;
    perform set_config('tap.failed', (current_setting('tap.failed')::integer + 1)::text, true);
    return format('not ok %s - %s', number, description);
end
$$;

create or replace function extensions._because(line text, reason text) returns text language sql immutable as $$
    select case when line like 'not ok%' then line || e'\n# ' || replace(reason, e'\n', e'\n# ') else line end
$$;

create or replace function extensions.is(have anyelement, want anyelement, description text default '')
    returns text language sql as $$
    select extensions._because(extensions.ok(have is not distinct from want, description),
                               format(e'have: %s\nwant: %s', coalesce(have::text, 'null'), coalesce(want::text, 'null')))
$$;

create or replace function extensions.isnt(have anyelement, want anyelement, description text default '')
    returns text language sql as $$
    select extensions._because(extensions.ok(have is distinct from want, description),
                               format('have: %s', coalesce(have::text, 'null')))
$$;

create or replace function extensions._rows(query text) returns text[] language plpgsql as $$
declare
    line record;
    lines text[] := '{}';
begin
    -- A name without blanks is a prepared statement, as in pgTAP.
    for line in execute case when query ~ '^\w+$' then 'execute ' || query else query end loop
        lines := lines || line::text;
    end loop;
    return lines;
end
$$;

create or replace function extensions.results_eq(have text, want text, description text default '')
    returns text language plpgsql as $$
declare
    have_rows text[] := extensions._rows(have);
    want_rows text[] := extensions._rows(want);
begin
    return extensions._because(extensions.ok(have_rows = want_rows, description),
                               format(e'have: %s\nwant: %s', have_rows, want_rows));
end
$$;

create or replace function extensions.results_eq(have text, want anyarray, description text default '')
    returns text language plpgsql as $$
declare
    have_rows text[] := extensions._rows(have);
    want_rows text[] := (select coalesce(array_agg(row(element)::text order by nth), '{}')
                           from unnest(want) with ordinality as wanted (element, nth));
begin
    return extensions._because(extensions.ok(have_rows = want_rows, description),
                               format(e'have: %s\nwant: %s', have_rows, want_rows));
end
$$;

create or replace function extensions.is_empty(query text, description text default '') returns text language plpgsql as $$
declare
    lines text[] := extensions._rows(query);
begin
    return extensions._because(extensions.ok(cardinality(lines) = 0, description), format('have: %s', lines));
end
$$;

create or replace function extensions.lives_ok(query text, description text default '') returns text language plpgsql as $$
begin
    execute query;
    return extensions.ok(true, description);
exception when others then
    return extensions._because(extensions.ok(false, description), format('died: %s: %s', sqlstate, sqlerrm));
end
$$;

create or replace function extensions.throws_ok(query text, code text, message text, description text)
    returns text language plpgsql as $$
begin
    execute query;
    return extensions._because(extensions.ok(false, description), 'no exception');
exception when others then
    return extensions._because(
        extensions.ok((code is null or sqlstate = code) and (message is null or sqlerrm = message), description),
        format(e'caught: %s: %s\nwanted: %s: %s', sqlstate, sqlerrm, coalesce(code, 'any'), coalesce(message, 'any')));
end
$$;

-- As in pgTAP: five characters are a code, anything else a message.
create or replace function extensions.throws_ok(query text, code_or_message text, message_or_description text)
    returns text language sql as $$
    select case when length(code_or_message) = 5
                then extensions.throws_ok(query, code_or_message, message_or_description, 'threw ' || code_or_message)
                else extensions.throws_ok(query, null, code_or_message, message_or_description) end
$$;

create or replace function extensions.throws_ok(query text, code_or_message text) returns text language sql as $$
    select case when length(code_or_message) = 5
                then extensions.throws_ok(query, code_or_message, null, 'threw ' || code_or_message)
                else extensions.throws_ok(query, null, code_or_message, 'threw ' || code_or_message) end
$$;

create or replace function extensions.throws_ok(query text) returns text language sql as $$
    select extensions.throws_ok(query, null, null, 'threw an exception')
$$;

create or replace function extensions.has_table(schema name, name name, description text default 'table is there')
    returns text language sql as $$
    select extensions.ok(exists (
        select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
         where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p')), description)
$$;

create or replace function extensions.policies_are(
    schema name, name name, policies name[], description text default 'policies are right')
    returns text language plpgsql as $$
declare
    have text[] := (select coalesce(array_agg(policyname::text order by policyname::text), '{}') from pg_policies
                     where schemaname = $1 and tablename = $2);
    want text[] := (select coalesce(array_agg(policy::text order by policy::text), '{}') from unnest(policies) as policy);
begin
    return extensions._because(extensions.ok(have = want, description), format(e'have: %s\nwant: %s', have, want));
end
$$;

create or replace function extensions.finish() returns setof text language plpgsql as $$
declare
    ran     integer := current_setting('tap.number')::integer;
    planned integer := nullif(current_setting('tap.plan'), '')::integer;
    failed  integer := current_setting('tap.failed')::integer;
begin
    if planned is null then
        return next '1..' || ran;
    elsif planned <> ran then
        return next format('# Looks like you planned %s tests but ran %s', planned, ran);
    end if;
    if failed > 0 then
        return next format('# Looks like you failed %s of %s tests', failed, ran);
    end if;
end
$$;
