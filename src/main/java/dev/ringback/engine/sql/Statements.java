package dev.ringback.engine.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The statements of one repository, read from the `.sql` file of the same name beside its class.
public final class Statements {

    private final String file;
    private final Map<String, Statement> byName;

    private Statements(String file, Map<String, Statement> byName) {
        this.file = file;
        this.byName = Collections.unmodifiableMap(byName);
    }

    /// Pass the class literal, not `getClass()`: a bean's own class may be a generated subclass, which has no file.
    /// @throws IllegalArgumentException when the file is missing or breaks the rules of [StatementParser]
    public static Statements of(Class<?> repository) {
        // Opened by name: a native executable holds the file but cannot list its folder.
        var file = "/%s/%s.sql".formatted(repository.getPackageName().replace('.', '/'), repository.getSimpleName());
        try (var stream = repository.getResourceAsStream(file)) {
            return parse(file, text(file, stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param file named in every complaint, not opened
    public static Statements parse(String file, String text) {
        var byName = new LinkedHashMap<String, Statement>();
        for (var statement : new StatementParser(file).parse(text)) {
            if (byName.put(statement.name(), statement) != null) {
                throw new IllegalArgumentException("%s: two statements are named %s".formatted(file, statement.name()));
            }
        }
        return new Statements(file, byName);
    }

    /// @throws IllegalArgumentException when the file has no statement of that name
    public Statement get(String name) {
        var statement = byName.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("%s has no statement %s, only %s".formatted(file, name, byName.keySet()));
        }
        return statement;
    }

    /// In the order of the file.
    public Collection<Statement> all() {
        return byName.values();
    }

    private static String text(String file, InputStream stream) throws IOException {
        if (stream == null) {
            throw new IllegalArgumentException("%s is missing on the class path".formatted(file));
        }
        return new String(stream.readAllBytes(), UTF_8);
    }
}
