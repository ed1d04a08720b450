package dev.ringback.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// `supabase/README.md` tells the truth: what stands between its `generated` marks is made from the catalog and the
/// documents' lists. `./mvnw test -Dtest=SupabaseReadmeTest -Dringback.readme.write` writes it anew.
class SupabaseReadmeTest extends SchemaTest {

    private static final Path README = Path.of("supabase/README.md");
    private static final Pattern GENERATED = Pattern.compile("(?s)<!-- generated: ([a-z ]+) -->\n.*?<!-- end -->");

    @Test
    void what_is_generated_is_as_the_catalog_says() throws IOException {
        // Given
        var readme = Files.readString(README);

        // When
        var wanted = GENERATED.matcher(readme).replaceAll(part -> Matcher.quoteReplacement(
                "<!-- generated: %s -->\n%s<!-- end -->".formatted(part.group(1), generated(part.group(1)))));

        // Then
        if (System.getProperty("ringback.readme.write") != null) {
            Files.writeString(README, wanted);
        } else {
            assertThat(readme).as("run once with -Dringback.readme.write").isEqualTo(wanted);
        }
    }

    @Test
    void every_pack_has_its_diagram() throws IOException {
        assertThat(GENERATED.matcher(Files.readString(README)).results().map(part -> part.group(1)))
                .containsExactly("columns", "diagram bids", "diagram roofing", "diagram recruiting", "diagram growth");
    }

    private String generated(String part) {
        return part.equals("columns") ? ColumnCounts.of(CatalogColumn.all(owner())) : Diagram.of(owner(), part.substring("diagram ".length()));
    }
}
