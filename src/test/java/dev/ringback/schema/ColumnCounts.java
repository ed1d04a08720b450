package dev.ringback.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The arithmetic of the documents' columns as a Markdown table: what a document counts, what it names, what there is.
final class ColumnCounts {

    private static final String NONE = "–";
    private static final String ROW = "| %s | `%s` | %s | %s | %s | %s | %s |%n";

    private record Table(SeedDocument document, String name, Integer claimed, int named) {}

    private ColumnCounts() {}

    static String of(List<CatalogColumn> catalog) {
        var tables = SeedDocument.present().stream().map(ColumnCounts::tables).flatMap(Collection::stream).toList();
        var named = named();
        var text = new StringBuilder("""
                | document | table | counted | named | counted, not named | columns here | of these ours |
                |---|---|--:|--:|--:|--:|--:|
                """);
        for (var table : tables) {
            var here = catalog.stream().filter(column -> column.schema().equals(table.document().schema()) && column.table().equals(table.name()))
                    .toList();
            var ours = here.stream().filter(column -> !named.contains(key(column.schema(), column.table(), column.name()))).count();
            text.append(ROW.formatted(table.document().number(), table.document().schema() + "." + table.name(), orNone(table.claimed()),
                    table.named(), table.claimed() == null ? NONE : table.claimed() - table.named(), here.size(), ours));
        }
        ours(catalog, tables).forEach((name, columns) -> text.append(ROW.formatted(NONE, name, NONE, NONE, NONE, columns, columns)));
        return text.append(total(tables)).toString();
    }

    /// `schema.table.column` of everything that any document names.
    static Set<String> named() {
        return SeedDocument.present().stream().flatMap(document -> document.columns().stream().filter(column -> !column.column().isEmpty())
                .map(column -> key(document.schema(), column.table(), column.column()))).collect(Collectors.toSet());
    }

    static String key(String schema, String table, String column) {
        return String.join(".", schema, table, column);
    }

    // In the order of the document; a table counts once per document.
    private static List<Table> tables(SeedDocument document) {
        var claims = document.claims().stream().collect(Collectors.toMap(SeedDocument.Claim::table, SeedDocument.Claim::claimed, (a, _) -> a));
        var columns = new LinkedHashMap<String, Set<String>>();
        document.columns().forEach(column -> columns.computeIfAbsent(column.table(), _ -> new HashSet<>()).add(column.column()));
        var tables = new ArrayList<Table>();
        for (Map.Entry<String, Set<String>> entry : columns.entrySet()) {
            entry.getValue().remove("");
            tables.add(new Table(document, entry.getKey(), claims.get(entry.getKey()), entry.getValue().size()));
        }
        return tables;
    }

    // Tables that no document names.
    private static Map<String, Long> ours(List<CatalogColumn> catalog, List<Table> tables) {
        var known = tables.stream().map(table -> table.document().schema() + "." + table.name()).collect(Collectors.toSet());
        return catalog.stream().map(column -> column.schema() + "." + column.table()).filter(table -> !known.contains(table))
                .collect(Collectors.groupingBy(table -> table, TreeMap::new, Collectors.counting()));
    }

    private static String total(List<Table> tables) {
        var counted = tables.stream().filter(table -> table.claimed() != null).toList();
        return "| | **where counted** | **%d** | **%d** | **%d**, less %d named beyond the count | | |%n".formatted(
                counted.stream().mapToInt(Table::claimed).sum(), counted.stream().mapToInt(Table::named).sum(),
                counted.stream().mapToInt(table -> Math.max(0, table.claimed() - table.named())).sum(),
                counted.stream().mapToInt(table -> Math.max(0, table.named() - table.claimed())).sum());
    }

    private static String orNone(Integer number) {
        return number == null ? NONE : number.toString();
    }
}
