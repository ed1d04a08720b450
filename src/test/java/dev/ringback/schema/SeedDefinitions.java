package dev.ringback.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.vertx.sqlclient.Row;

import dev.ringback.local.database.DatabaseSession;
import dev.ringback.schema.SeedDocument.Definition;

/// Looks a document's definition up in the catalog; the answer is what is wrong, empty for nothing.
final class SeedDefinitions {

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern FOREIGN_KEY = Pattern.compile("(\\w+)\\((\\w+)\\)(?: on delete (cascade|set null))?");
    private static final Pattern POLICY = Pattern.compile("(\\w+) to (\\w+)");

    private final DatabaseSession session;
    private final String schema;
    private final List<CatalogIndex> indexes;

    SeedDefinitions(DatabaseSession session, String schema) {
        this.session = session;
        this.schema = schema;
        this.indexes = CatalogIndex.all(session).stream().filter(index -> index.schema().equals(schema)).toList();
    }

    String complaint(Definition wanted) {
        return switch (wanted.kind()) {
            case "index" -> index(wanted);
            case "unique" -> unique(wanted, false);
            case "primary_key" -> unique(wanted, true);
            case "foreign_key" -> foreignKey(wanted);
            case "check" -> check(wanted);
            case "enum" -> enumLabels(wanted);
            case "comment" -> comment(wanted);
            case "policy" -> policy(wanted);
            default -> "what is a " + wanted.kind() + "?";
        };
    }

    // Under the document's name, or, where it only says which columns, any that begins with them.
    private String index(Definition wanted) {
        var detail = IndexDetail.of(wanted.detail().isEmpty() ? wanted.name() : wanted.detail());
        if (detail.isSpatial()) {
            var columns = spatialColumns(wanted);
            return of(wanted.table()).anyMatch(index -> index.method().equals("gist") && columns.contains(index.columns().getFirst())) ? ""
                    : "no spatial index on " + columns;
        }
        var named = of(wanted.table()).filter(index -> index.name().equals(wanted.name())).findFirst();
        if (named.isPresent()) {
            return detail.complaint(named.get());
        }
        boolean isColumns = columns(wanted.name()).equals(detail.names());
        return isColumns && of(wanted.table()).anyMatch(index -> index.beginsWith(detail)) ? "" : "no such index";
    }

    // Without PostGIS a cube stands in for the geography.
    private List<String> spatialColumns(Definition wanted) {
        return session.query("select attname::text from pg_attribute where attrelid = to_regclass($1) and (attname = $2 "
                + "or format_type(atttypid, null) ~ 'cube|earth' and not exists (select from pg_extension where extname = 'postgis'))",
                schema + "." + wanted.table(), wanted.name()).stream().map(row -> row.getString(0)).toList();
    }

    private String unique(Definition wanted, boolean primary) {
        var columns = columns(wanted.detail().isEmpty() ? wanted.name() : wanted.detail());
        var found = of(wanted.table()).filter(index -> index.unique() && index.predicate().isEmpty() && (!primary || index.primary())
                && index.columns().equals(columns)).toList();
        boolean isNamed = !columns.equals(columns(wanted.name()));
        return found.stream().anyMatch(index -> !isNamed || index.name().equals(wanted.name())) ? "" : "not unique under that name";
    }

    private String foreignKey(Definition wanted) {
        var target = FOREIGN_KEY.matcher(wanted.detail().strip());
        if (!target.matches()) {
            return "cannot read " + wanted.detail();
        }
        var definitions = constraints(wanted, "f");
        var reference = "REFERENCES %s.%s(%s)".formatted(schema, target.group(1), target.group(2));
        return definitions.stream().anyMatch(definition -> definition.contains(reference)
                && (target.group(3) == null || definition.toLowerCase(Locale.ROOT).contains("on delete " + target.group(3))))
                        ? ""
                        : "found only " + definitions;
    }

    // Values must all be allowed; a comparison must stand there; anything else is words about a check that must be there.
    private String check(Definition wanted) {
        var definitions = String.join(" ", constraints(wanted, "c"));
        var missing = literals(wanted.detail()).filter(value -> !definitions.contains("'" + value + "'")).toList();
        if (definitions.isEmpty() || !missing.isEmpty()) {
            return missing.isEmpty() ? "no check" : "does not allow " + missing;
        }
        boolean isComparison = wanted.detail().matches(".*[<>=].*") && literals(wanted.detail()).findAny().isEmpty();
        return !isComparison || comparable(definitions).contains(comparable(wanted.detail())) ? "" : "found only " + definitions;
    }

    private String enumLabels(Definition wanted) {
        var labels = session.query("""
                select e.enumlabel::text from pg_attribute as a join pg_enum as e on e.enumtypid = a.atttypid
                 where a.attrelid = to_regclass($1) and a.attname = $2""", schema + "." + wanted.table(), wanted.name()).stream()
                .map(row -> row.getString(0)).toList();
        var missing = (wanted.detail().contains("'") ? literals(wanted.detail()) : Arrays.stream(wanted.detail().split("[,\\s]+")))
                .filter(label -> !label.isEmpty() && !labels.contains(label)).toList();
        return labels.isEmpty() ? "no enum" : missing.isEmpty() ? "" : "has no " + missing;
    }

    // We may add to a comment, after the document's own words.
    private String comment(Definition wanted) {
        var found = session.query("""
                select coalesce(case when $2 = '' then obj_description(to_regclass($1), 'pg_class')
                                     else (select col_description(attrelid, attnum) from pg_attribute
                                            where attrelid = to_regclass($1) and attname = $2) end, '')""",
                schema + "." + wanted.table(), wanted.name().equals(wanted.table()) ? "" : wanted.name()).getFirst().getString(0);
        return found.startsWith(wanted.detail()) ? "" : "says '%s'".formatted(found);
    }

    private String policy(Definition wanted) {
        var detail = POLICY.matcher(wanted.detail().strip().toLowerCase(Locale.ROOT));
        if (!detail.matches()) {
            return "cannot read " + wanted.detail();
        }
        return session
                .query("""
                select from pg_policies
                 where schemaname = $1 and tablename = $2 and policyname = $3 and lower(cmd) = $4 and $5 = any (roles::text[])""",
                        schema, wanted.table(), wanted.name(), detail.group(1), detail.group(2))
                .isEmpty() ? "no such policy" : "";
    }

    private Stream<CatalogIndex> of(String table) {
        return indexes.stream().filter(index -> index.table().equals(table));
    }

    private List<String> constraints(Definition wanted, String type) {
        return session.query("""
                select pg_get_constraintdef(k.oid) from pg_constraint as k
                 where k.conrelid = to_regclass($1) and k.contype::text = $2
                   and exists (select from pg_attribute as a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = $3)""",
                schema + "." + wanted.table(), type, wanted.name()).stream().map((Row row) -> row.getString(0)).toList();
    }

    static List<String> columns(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).replaceAll("[()\"`]", "").split(",")).map(String::strip).toList();
    }

    private static Stream<String> literals(String detail) {
        return LITERAL.matcher(detail).results().map(match -> match.group(1));
    }

    private static String comparable(String expression) {
        return CatalogIndex.plain(expression).replaceAll("\\s", "").replaceAll("\\.0+\\b", "");
    }
}
