package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A repository's `.sql` file.
///
/// @param name      as on the class path, for example `dev/ringback/growth/lead/LeadRepository.sql`
/// @param text      the whole file
/// @param classText the source of the class beside it, empty when there is none
public record SqlFile(String name, String text, String classText) {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");

    /// Every `.sql` file of the executable; `dev.ringback.local` is no part of that.
    public static List<SqlFile> all() throws IOException {
        var root = RESOURCES.resolve("dev/ringback");
        if (Files.notExists(root)) {
            return List.of();
        }
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".sql") && !path.startsWith(root.resolve("local")))
                    .map(SqlFile::read)
                    .toList();
        }
    }

    /// The schema whose names it may use: the first folder below `dev/ringback`.
    public String context() {
        return name.split("/")[2];
    }

    private static SqlFile read(Path path) {
        try {
            var name = RESOURCES.relativize(path).toString().replace('\\', '/');
            var source = SOURCES.resolve(name.replaceFirst("\\.sql$", ".java"));
            return new SqlFile(name, Files.readString(path), Files.exists(source) ? Files.readString(source) : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
