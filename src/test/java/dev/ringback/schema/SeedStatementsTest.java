package dev.ringback.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// Every statement that a document gives runs as written, with `search_path` set to the pack's schema and a few rows to work
/// on (`<pack>.rows.sql`, then its own `-- given:` lines): what reads and writes as the service, definitions as the owner. All is rolled back.
class SeedStatementsTest extends SchemaTest {

    private static final Path ROWS = Path.of("src/test/resources/dev/ringback/schema");
    private static final Pattern READS_OR_WRITES = Pattern.compile("(?is)(\\s|--[^\\n]*\\n)*(select|insert|update|delete|with)\\b.*");

    static Stream<Arguments> statements() {
        return all().filter(SeedStatement::mustRun).map(statement -> argumentSet(statement.toString(), statement));
    }

    static Stream<Arguments> exceptions() {
        return all().filter(statement -> !statement.mustRun())
                .map(statement -> argumentSet("%s: %s".formatted(statement, statement.exception()), statement));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void runs_as_written(SeedStatement statement) {
        assertThat(statement.sql()).isNotBlank();
        assertThatNoException().isThrownBy(() -> rolledBack(owner(), () -> run(statement)));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void does_not_run_for_a_reason(SeedStatement statement) {
        assertThat(statement.exception()).hasSizeGreaterThan(10);
        if (!statement.sql().isBlank()) {
            assertThat(Stream.of(statement)).as("an exception that runs is none").noneMatch(this::runs);
        }
    }

    private boolean runs(SeedStatement statement) {
        try {
            rolledBack(owner(), () -> run(statement));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private List<?> run(SeedStatement statement) {
        owner().run("set local search_path = " + statement.document().schema());
        rows(statement.document()).forEach(owner()::run);
        statement.given().forEach(owner()::run);
        if (READS_OR_WRITES.matcher(statement.sql()).matches()) {
            owner().run("set local role service_role");
        }
        return owner().runAll(statement.inItsSchema());
    }

    private static List<String> rows(SeedDocument document) {
        var file = ROWS.resolve(document.schema() + ".rows.sql");
        try {
            return Files.exists(file) ? List.of(Files.readString(file)) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<SeedStatement> all() {
        return SeedDocument.present().stream().flatMap(document -> document.statements().stream());
    }
}
