package dev.ringback.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Dresses an empty database as a Supabase project. Where the server has pg_cron or pgTAP, they are taken instead of a shim.
public final class SupabaseShims {

    /// The application's login role, made without a password by a migration.
    public static final String APPLICATION = "ringback";

    // The platform's grants.
    private static final String CRON = """
            create extension if not exists pg_cron with schema pg_catalog;
            grant usage on schema cron to postgres with grant option;
            grant execute on all functions in schema cron to postgres with grant option;
            grant select on cron.job to postgres;
            """;
    private static final String PGTAP = "create extension if not exists pgtap with schema extensions;";

    private SupabaseShims() {}

    /// Runs as the superuser; applying again changes nothing.
    public static void apply(DatabaseSession superuser) {
        superuser.inTransaction(() -> superuser.runAll(resource("shims.sql") + resource("shims-net.sql")
                + (cronServes(superuser) ? CRON : resource("shims-cron.sql"))
                + (isAvailable(superuser, "pgtap") ? PGTAP : resource("pgtap.sql"))));
    }

    /// Gives the application's role a password, since the local server asks for one; answers false if no migration made it.
    public static boolean openToApplication(DatabaseSession superuser) {
        if (superuser.query("select from pg_roles where rolname = $1", APPLICATION).isEmpty()) {
            return false;
        }
        superuser.run("alter role %1$s password '%1$s'".formatted(APPLICATION));
        return true;
    }

    private static boolean cronServes(DatabaseSession superuser) {
        return isAvailable(superuser, "pg_cron")
                && !superuser.query("select where current_setting('cron.database_name', true) = current_database()").isEmpty();
    }

    private static boolean isAvailable(DatabaseSession superuser, String extension) {
        return !superuser.query("select from pg_available_extensions where name = $1", extension).isEmpty();
    }

    private static String resource(String name) {
        try (var stream = SupabaseShims.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + name, failure);
        }
    }
}
