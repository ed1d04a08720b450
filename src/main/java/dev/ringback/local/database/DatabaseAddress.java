package dev.ringback.local.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Where a database is and who logs in. `query` is what of the URL's query string the driver may see: `sslmode` or nothing.
public record DatabaseAddress(String host, int port, String database, String user, String password, String query) {

    private static final int DEFAULT_PORT = 5432;

    /// Reads `postgres://user:password@host:port/database?sslmode=…`, the form that Supabase shows in its dashboard.
    public static DatabaseAddress parse(String url) {
        var uri = URI.create(url);
        var login = Objects.requireNonNullElse(uri.getRawUserInfo(), "postgres").split(":", 2);
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        var database = uri.getPath() == null || uri.getPath().length() < 2 ? "postgres" : uri.getPath().substring(1);
        var password = login.length < 2 ? "" : decode(login[1]);
        return new DatabaseAddress(uri.getHost(), port, database, decode(login[0]), password, sslMode(uri.getRawQuery()));
    }

    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(host, port, database, otherUser, otherPassword, query);
    }

    public DatabaseAddress in(String otherDatabase) {
        return new DatabaseAddress(host, port, otherDatabase, user, password, query);
    }

    /// The form that `quarkus.datasource.reactive.url` wants: without the login.
    public String reactiveUrl() {
        return "postgresql://%s:%d/%s%s".formatted(host, port, database, query.isEmpty() ? "" : "?" + query);
    }

    /// The form that psql takes.
    public String psqlUrl() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }

    // Other parameters are for other drivers (pgbouncer=true, connection_limit=1); the server would refuse them.
    private static String sslMode(String rawQuery) {
        if (rawQuery == null) {
            return "";
        }
        return Arrays.stream(rawQuery.split("&")).filter(part -> part.startsWith("sslmode=")).findFirst().orElse("");
    }

    // URLDecoder is for forms, where a plus is a blank; in a password it is a plus.
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
