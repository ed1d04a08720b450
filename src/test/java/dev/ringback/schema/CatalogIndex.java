package dev.ringback.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.ringback.local.database.DatabaseSession;

/// An index of a pack's table, as the database has it.
///
/// @param columns   in order, with `desc` where it descends; expressions in the database's spelling
/// @param predicate empty for a whole index
record CatalogIndex(String schema, String table, String name, String method, boolean unique, boolean primary, List<String> columns,
        String predicate) {

    private static final Pattern QUALIFIED = Pattern.compile("(?:extensions|pg_catalog)\\.");

    static List<CatalogIndex> all(DatabaseSession session) {
        return session.query("""
                select t.relnamespace::regnamespace::text, t.relname::text, x.relname::text, m.amname::text, i.indisunique, i.indisprimary,
                       array(select pg_get_indexdef(i.indexrelid, at, false) || case when i.indoption[at - 1] & 1 = 1 then ' desc' else '' end
                               from generate_series(1, i.indnkeyatts) as at order by at),
                       coalesce(pg_get_expr(i.indpred, i.indrelid), '')
                  from pg_index as i
                  join pg_class as x on x.oid = i.indexrelid
                  join pg_class as t on t.oid = i.indrelid
                  join pg_am as m on m.oid = x.relam
                 where t.relnamespace::regnamespace::text in ('bids', 'roofing', 'recruiting', 'growth')""").stream()
                .map(row -> new CatalogIndex(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4),
                        row.getBoolean(5), Arrays.stream(row.getArrayOfStrings(6)).map(CatalogIndex::plain).toList(), plain(row.getString(7))))
                .toList();
    }

    /// An expression without what the database adds: quotes of names, casts of literals, brackets, blanks.
    static String plain(String expression) {
        var text = QUALIFIED.matcher(expression.toLowerCase(Locale.ROOT)).replaceAll("");
        return text.replaceAll("::[a-z_ ]+(\\(\\d+(,\\d+)?\\))?(\\[])?", "").replaceAll("[\"()]", "").replaceAll("\\s+", " ").strip();
    }

    /// Whether what was asked for can be read off it: the same columns first, in the same direction if one was asked for.
    boolean beginsWith(IndexDetail wanted) {
        int width = wanted.columns().size();
        return columns.size() >= width && predicate.equals(wanted.predicate()) && (columns.subList(0, width).equals(wanted.columns())
                || wanted.columns().equals(wanted.names()) && names().subList(0, width).equals(wanted.names()));
    }

    private List<String> names() {
        return columns.stream().map(column -> column.replaceFirst(" desc$", "")).toList();
    }
}
