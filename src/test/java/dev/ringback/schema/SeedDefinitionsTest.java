package dev.ringback.schema;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// Every index, key, check, enum, comment and policy that a document defines, also in prose, is in the catalog under the
/// document's name.
class SeedDefinitionsTest extends SchemaTest {

    static Stream<Arguments> definitions() {
        return SeedDocument.present().stream().flatMap(document -> document.definitions().stream()
                .map(wanted -> argumentSet("%s:%s %s %s.%s".formatted(document.number(), wanted.line(), wanted.kind(), wanted.table(), wanted.name()),
                        document, wanted)));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void is_in_the_catalog(SeedDocument document, SeedDocument.Definition wanted) {
        assertThat(new SeedDefinitions(owner(), document.schema()).complaint(wanted)).isEmpty();
    }

    /// Told apart from a look-up that says yes to anything.
    @ParameterizedTest
    @MethodSource("definitions")
    void would_be_missed(SeedDocument document, SeedDocument.Definition wanted) {
        var other = switch (wanted.kind()) {
            case "check", "enum" -> new SeedDocument.Definition(wanted.line(), wanted.kind(), wanted.table(), wanted.name(), "'no such value'");
            case "foreign_key" -> new SeedDocument.Definition(wanted.line(), wanted.kind(), wanted.table(), wanted.name(), "nowhere(id)");
            case "policy" -> new SeedDocument.Definition(wanted.line(), wanted.kind(), wanted.table(), "no_such_policy", wanted.detail());
            default -> new SeedDocument.Definition(wanted.line(), wanted.kind(), wanted.table(), wanted.name(), "no_such_thing");
        };

        assertThat(new SeedDefinitions(owner(), document.schema()).complaint(other)).isNotEmpty();
    }
}
