package dev.ringback.testing;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvFileTest {

    private static final Path FILE = Path.of("x.csv");

    @Test
    void quotes_hold_commas_quotes_and_line_ends() {
        assertThat(CsvFile.rows(FILE, "a,b\n\"1,2\",\"say \"\"x\"\"\n\"\r\n,last"))
                .containsExactly(Map.of("a", "1,2", "b", "say \"x\""), Map.of("a", "", "b", "last"));
    }

    @Test
    void empty_lines_are_no_records() {
        assertThat(CsvFile.rows(FILE, "a,b\n\n1,\n\n")).containsExactly(Map.of("a", "1", "b", ""));
    }

    @Test
    void a_comma_that_is_not_quoted_is_told() {
        assertThatThrownBy(() -> CsvFile.rows(FILE, "a,b\n1,2,3")).hasMessageContaining("x.csv").hasMessageContaining("3 fields");
    }
}
