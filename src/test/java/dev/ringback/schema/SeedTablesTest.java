package dev.ringback.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every table and column that a document names is in the catalog under that name, with a type, nullability and default that
/// keep the document's word.
class SeedTablesTest extends SchemaTest {

    private static final String GEOGRAPHY = "geography";

    static List<SeedDocument> documents() {
        return SeedDocument.present();
    }

    @Test
    void no_document_is_forgotten() {
        assertThat(SeedDocument.present()).isEqualTo(SeedDocument.ALL);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_table_and_column_of(SeedDocument document) {
        // Given
        var columns = document.columns();
        var catalog = CatalogColumn.all(owner()).stream().filter(column -> column.schema().equals(document.schema()))
                .collect(Collectors.groupingBy(CatalogColumn::table, Collectors.toMap(CatalogColumn::name, Function.identity())));

        // When
        var complaints = columns.stream().flatMap(column -> complaints(column, catalog.get(column.table()))).toList();

        // Then
        assertThat(complaints).isEmpty();
        System.out.printf("document %s: %d tables and %d columns named, all found%n", document,
                columns.stream().map(SeedDocument.Column::table).distinct().count(),
                columns.stream().filter(column -> !column.column().isEmpty()).count());
    }

    @Test
    void what_no_document_names_says_that_it_is_ours() {
        var named = ColumnCounts.named();

        var unmarked = CatalogColumn.all(owner()).stream().filter(column -> !column.inView() && !column.isOurs())
                .map(column -> ColumnCounts.key(column.schema(), column.table(), column.name())).filter(column -> !named.contains(column));

        assertThat(named.isEmpty() ? Stream.empty() : unmarked).isEmpty();
    }

    private Stream<String> complaints(SeedDocument.Column wanted, Map<String, CatalogColumn> table) {
        if (table == null) {
            return Stream.of("line %s: no table %s".formatted(wanted.line(), wanted.table()));
        }
        if (wanted.column().isEmpty()) {
            return Stream.empty();
        }
        var found = table.get(wanted.column());
        if (found == null) {
            return standIn(wanted, table);
        }
        return Stream.of(type(wanted, found), nullability(wanted, found), standard(wanted, found)).flatMap(Function.identity())
                .map(what -> "line %s: %s.%s %s".formatted(wanted.line(), wanted.table(), wanted.column(), what));
    }

    // Without PostGIS there is no such type: then the point is a cube, and latitude and longitude are there in any case.
    private Stream<String> standIn(SeedDocument.Column wanted, Map<String, CatalogColumn> table) {
        boolean canBeThere = !wanted.type().startsWith(GEOGRAPHY)
                || !owner().query("select from pg_extension where extname = 'postgis'").isEmpty();
        return canBeThere || table.values().stream().noneMatch(column -> column.type().contains("cube"))
                ? Stream.of("line %s: no column %s.%s".formatted(wanted.line(), wanted.table(), wanted.column()))
                : Stream.empty();
    }

    private static Stream<String> type(SeedDocument.Column wanted, CatalogColumn found) {
        return SeedTypes.fits(wanted.type(), found.type(), found.isEnum(), !found.key().isEmpty()) ? Stream.empty()
                : Stream.of("is %s, not %s".formatted(found.type(), wanted.type()));
    }

    // Stricter than the document is allowed only where its own inserts still pass.
    private static Stream<String> nullability(SeedDocument.Column wanted, CatalogColumn found) {
        return wanted.required() && !found.required() ? Stream.of("may be null") : Stream.empty();
    }

    private static Stream<String> standard(SeedDocument.Column wanted, CatalogColumn found) {
        var expected = SeedDefaults.normalise(wanted.standard());
        return expected.isEmpty() || expected.equals(SeedDefaults.normalise(found.standard())) ? Stream.empty()
                : Stream.of("has the default %s, not %s".formatted(found.standard(), wanted.standard()));
    }
}
