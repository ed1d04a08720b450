package dev.ringback.schema;

import dev.ringback.local.database.DatabaseSession;

/// A pack's tables as a Mermaid diagram: their keys, and who refers to whom. `||` is one, `|o` at most one, `o{` any number.
final class Diagram {

    private static final String REFERENCES = """
            select distinct on (child, columns)
                   case when p.relnamespace = t.relnamespace then p.relname::text
                        else format('"%s.%s"', p.relnamespace::regnamespace, p.relname) end as parent,
                   case when k.required then '||' else '|o' end || '--' || case when k.single then 'o|' else 'o{' end as line,
                   t.relname::text as child, k.columns
              from (select c.*, (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute as a
                                  where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as columns,
                           (select bool_and(a.attnotnull) from pg_attribute as a
                             where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as required,
                           exists (select from pg_index as i where i.indrelid = c.conrelid and i.indisunique and i.indpred is null
                                      and (i.indkey::smallint[])[0 : i.indnkeyatts - 1] <@ c.conkey) as single
                      from pg_constraint as c where c.contype = 'f') as k
              join pg_class as t on t.oid = k.conrelid
              join pg_class as p on p.oid = k.confrelid
             where t.relnamespace = to_regnamespace($1)
             order by child, columns, parent""";
    private static final String KEYS = """
            select t.relname::text,
                   string_agg(format('        %s %s%s', replace(format_type(a.atttypid, null), ' ', '_'), a.attname, ' ' || k.marks), e'\\n'
                              order by a.attnum)
              from pg_class as t
              join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
              join lateral (select replace(string_agg(distinct case contype when 'p' then 'PK' when 'f' then 'FK' else 'UK' end, ', '),
                                           'FK, PK', 'PK, FK') as marks
                              from pg_constraint where conrelid = t.oid and contype in ('p', 'f', 'u') and a.attnum = any (conkey)) as k
                on k.marks is not null
             where t.relnamespace = to_regnamespace($1) and t.relkind = 'r'
             group by t.relname
             order by t.relname""";

    private Diagram() {}

    static String of(DatabaseSession session, String schema) {
        var text = new StringBuilder("```mermaid\nerDiagram\n");
        session.query(REFERENCES, schema).forEach(row -> text.append("    %s %s %s : \"%s\"%n".formatted(row.getString(0), row.getString(1),
                row.getString(2), row.getString(3))));
        session.query(KEYS, schema).forEach(row -> text.append("    %s {%n%s%n    }%n".formatted(row.getString(0), row.getString(1))));
        return text.append("```\n").toString();
    }
}
