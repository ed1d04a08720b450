package dev.ringback.schema;

import java.util.List;
import java.util.Locale;

/// What a document says of an index: `[using gin: ]a, b desc[ where …]`, or that it is spatial.
record IndexDetail(String method, List<String> columns, String predicate) {

    static IndexDetail of(String text) {
        var rest = text.toLowerCase(Locale.ROOT).strip();
        var method = "";
        if (rest.startsWith("using ")) {
            method = rest.substring("using ".length(), rest.indexOf(':')).strip();
            rest = rest.substring(rest.indexOf(':') + 1);
        }
        int where = rest.indexOf(" where ");
        var predicate = where < 0 ? "" : CatalogIndex.plain(rest.substring(where + " where ".length()));
        return new IndexDetail(method, SeedDefinitions.columns(where < 0 ? rest : rest.substring(0, where)), predicate);
    }

    boolean isSpatial() {
        return method.equals("gist") || columns.getFirst().contains("spatial") || columns.getFirst().contains("postgis");
    }

    List<String> names() {
        return columns.stream().map(column -> column.replaceFirst(" desc$", "")).toList();
    }

    /// Empty where `index` is what was meant.
    String complaint(CatalogIndex index) {
        if (!method.isEmpty() && !method.equals(index.method())) {
            return "uses " + index.method();
        }
        if (!columns.equals(index.columns())) {
            return "is on " + index.columns();
        }
        return predicate.equals(index.predicate()) ? "" : "holds where '%s'".formatted(index.predicate());
    }
}
