package dev.ringback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What Checkstyle does not measure; the limits for a Java file are in `.mvn/checkstyle.xml`.
class SizesTest {

    private static final int FILES_PER_PACKAGE = 14;
    private static final int LINES_PER_FILE = 250;

    @Test
    void a_package_is_one_screen_of_files() throws IOException {
        // When
        var counts = files("src/main/java", ".java").stream()
                .filter(path -> !path.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        // Then
        assertThat(counts).allSatisfy((folder, count) -> assertThat(count).as("files in %s", folder).isLessThanOrEqualTo(FILES_PER_PACKAGE));
    }

    @Test
    void a_repositorys_sql_is_read_in_one_breath() throws IOException {
        for (var path : files("src/main/resources", ".sql")) {
            assertThat(Files.readAllLines(path)).as("lines of %s", path).hasSizeLessThanOrEqualTo(LINES_PER_FILE);
        }
    }

    private static List<Path> files(String root, String suffix) throws IOException {
        if (Files.notExists(Path.of(root))) {
            return List.of();
        }
        try (var paths = Files.walk(Path.of(root))) {
            return paths.filter(path -> path.toString().endsWith(suffix)).toList();
        }
    }
}
