package dev.ringback.schema;

import java.util.List;

import dev.ringback.local.database.DatabaseSession;

/// A column of the packs' tables and views, as the database has it.
///
/// @param type       as `format_type` writes it, with the schema where that is not `pg_catalog`
/// @param required   NOT NULL
/// @param standard   the default's expression; null for none
/// @param comment    empty for none; marked where the whole table is ours
/// @param key        `primary`, `foreign` or empty
record CatalogColumn(String schema, String table, String name, String type, boolean isEnum, boolean required, boolean inView,
        String standard, String comment, String key) {

    private static final String OURS = "ringback:";

    static List<CatalogColumn> all(DatabaseSession session) {
        return session.query("""
                select n.nspname::text, t.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), y.typtype = 'e',
                       a.attnotnull, t.relkind = 'v', pg_get_expr(d.adbin, d.adrelid),
                       concat(case when obj_description(t.oid, 'pg_class') like 'ringback:%' then 'ringback: ' end, col_description(t.oid, a.attnum)),
                       coalesce((select case when bool_or(contype = 'p') then 'primary' when bool_or(contype = 'f') then 'foreign' end
                                   from pg_constraint where conrelid = t.oid and a.attnum = any (conkey)), '')
                  from pg_namespace as n
                  join pg_class as t on t.relnamespace = n.oid and t.relkind in ('r', 'p', 'v')
                  join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                  join pg_type as y on y.oid = a.atttypid
                  left join pg_attrdef as d on d.adrelid = t.oid and d.adnum = a.attnum
                 where n.nspname in ('bids', 'roofing', 'recruiting', 'growth')
                 order by n.nspname, t.relname, a.attnum""").stream()
                .map(row -> new CatalogColumn(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4),
                        row.getBoolean(5), row.getBoolean(6), row.getString(7), row.getString(8), row.getString(9)))
                .toList();
    }

    /// Whether no document names it.
    boolean isOurs() {
        return comment.startsWith(OURS);
    }
}
