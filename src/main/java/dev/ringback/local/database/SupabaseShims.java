package dev.ringback.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Dresses an empty database as a Supabase project.
public final class SupabaseShims {

    /// The application's login role, made without a password by a migration.
    public static final String APPLICATION = "ringback";

    private SupabaseShims() {}

    /// Runs as the superuser; applying again changes nothing.
    public static void apply(DatabaseSession superuser) {
        superuser.inTransaction(() -> superuser.runAll(
                resource("shims.sql") + resource("shims-net.sql") + resource("pgtap.sql")));
    }

    /// Gives the application's role a password, since the local server asks for one; answers false if no migration made it.
    public static boolean openToApplication(DatabaseSession superuser) {
        if (superuser.query("select from pg_roles where rolname = $1", APPLICATION).isEmpty()) {
            return false;
        }
        superuser.run("alter role %1$s password '%1$s'".formatted(APPLICATION));
        return true;
    }

    private static String resource(String name) {
        try (var stream = SupabaseShims.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + name, failure);
        }
    }
}
