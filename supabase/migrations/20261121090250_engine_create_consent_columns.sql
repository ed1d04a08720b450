-- The packs' own opt-out columns: an edit by hand becomes a line of the ledger. SQL has no key to hash an address by, so the
-- trigger enqueues the row for the functions; until they have read it, the pack's refusal holds by the column itself.

-- Arguments: the column of the key, then the opt-out columns. One trigger each for insert and update, with `before` and `written`
-- as the transition tables. What the engine itself writes is in the ledger already.
create function engine.note_consent_columns() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    key_column text := tg_argv[0];
    changed text := (
        select string_agg(case tg_op when 'INSERT' then format('w.%I', name) else format('w.%1$I is distinct from b.%1$I', name) end, ' or ')
          from unnest(tg_argv[1:]) as name);
begin
    if coalesce(current_setting('engine.origin', true), '') <> '' then
        return null;
    end if;
    execute format($sql$
        select engine.enqueue(%1$L, 'engine.consent-column', null, %2$L, w.%3$I::text, 'engine.consent-column:%1$s.%2$s:' || w.%3$I,
                              engine.now(), jsonb_build_object('table', %4$L))
          from written w %5$s
         where %6$s$sql$,
        tg_table_schema, tg_table_name, key_column, tg_table_schema || '.' || tg_table_name,
        case tg_op when 'UPDATE' then format('join before b on b.%1$I = w.%1$I', key_column) end, changed);
    return null;
end
$$;
revoke execute on function engine.note_consent_columns() from public;
