package dev.ringback.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// No finding of level ERROR or WARN, and each INFO explained. `engine` is looked at like the packs, except by the checks of
/// what the data API serves: it is not served.
class LintsTest extends SchemaTest {

    private static final List<String> PACKS = List.of("bids", "roofing", "recruiting", "growth");
    private static final Lints.Scope OURS = new Lints.Scope(Stream.concat(PACKS.stream(), Stream.of("engine")).toList(), PACKS);
    private static final Lints.Scope PLANTED = new Lints.Scope(List.of("planted", "planted_engine"), List.of("planted"));

    static Stream<Arguments> checks() throws IOException {
        return Lints.checks().stream().map(check -> argumentSet(check.name(), check));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void finds_nothing_that_is_not_explained(Statement check) {
        assertThat(Lints.run(owner(), check, OURS)).filteredOn(finding -> !finding.level().equals("INFO") || !Lints.isExplained(finding))
                .isEmpty();
    }

    /// A check that never finds anything proves nothing.
    @ParameterizedTest
    @MethodSource("checks")
    void finds_what_is_planted(Statement check) throws IOException {
        var plants = Statements.parse("lints-planted.sql", Files.readString(Lints.FOLDER.resolve("lints-planted.sql")));

        var findings = rolledBack(superuser(), () -> {
            superuser().run("create schema planted; create schema planted_engine; grant usage on schema planted to anon, authenticated");
            var before = Lints.run(superuser(), check, PLANTED);
            assertThat(before).isEmpty();
            superuser().run(plants.get(check.name()).sql());
            return Lints.run(superuser(), check, PLANTED);
        });

        assertThat(findings).isNotEmpty();
    }

    @Test
    void each_explanation_is_needed() throws IOException {
        var infos = Lints.checks().stream().flatMap(check -> Lints.run(owner(), check, OURS).stream()).toList();

        assertThat(Lints.explained()).allSatisfy(row -> {
            assertThat(row.get("reason")).isNotBlank();
            assertThat(infos).anyMatch(finding -> finding.lint().equals(row.get("lint")) && finding.object().matches(row.get("object")));
        });
    }

    @Test
    void the_data_api_serves_the_packs_and_not_the_engine() throws IOException {
        var config = Files.readString(Path.of("supabase/config.toml"));
        var schemas = Pattern.compile("(?m)^schemas = \\[(.*)]$").matcher(config);

        assertThat(schemas.find()).isTrue();
        assertThat(schemas.group(1).replaceAll("[\" ]", "").split(",")).containsAll(PACKS).doesNotContain("engine");
    }
}
