package dev.ringback.local;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.ringback.local.database.DatabaseAddress;

/// What one wants to know after the start, printed as the last lines: every address, key and folder in one place.
final class Banner {

    // Fixed and public: those of the Supabase CLI, for this machine only.
    private static final String PUBLISHABLE_KEY = "sb_publishable_ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH";
    private static final String SECRET_KEY = "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz";
    private static final String JWT_SECRET = "super-secret-jwt-token-with-at-least-32-characters-long";
    private static final String JOB_SECRET = "local-job-secret";
    private static final String DEMO_CLIENT_KEY = "rb_demo_" + "0".repeat(43);

    private Banner() {}

    /// Once per JVM: a live reload changes none of it.
    static void print(LocalStack stack) {
        if (System.setProperty("ringback.local.announced", "true") != null) {
            return;
        }
        System.out.println(text(stack, ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class)));
    }

    static String text(LocalStack stack, int httpPort) {
        var base = "http://localhost:" + httpPort;
        return """

                Ringback runs.

                  Functions     %1$s/functions/v1
                  Swagger UI    %1$s/q/swagger-ui
                  OpenAPI       %1$s/q/openapi
                  Health        %1$s/q/health
                  Postgres      %2$s
                  Redis         %3$s
                  Data          %4$s

                  publishable key   %5$s
                  secret key        %6$s
                  JWT secret        %7$s
                  job secret        %8$s
                  demo client       %9$s

                  Stop with q or Ctrl+C; the data stays. Start anew with -Dringback.local.fresh
                """.formatted(base, postgres(stack), stack.redis(), data(stack), PUBLISHABLE_KEY, SECRET_KEY, JWT_SECRET,
                JOB_SECRET, DEMO_CLIENT_KEY);
    }

    private static String postgres(LocalStack stack) {
        return stack.embedded().map(superuser -> superuser.as("postgres", superuser.password())).map(DatabaseAddress::psqlUrl)
                .orElseGet(() -> stack.application().as(stack.application().user(), "***").psqlUrl() + " (not embedded)");
    }

    private static String data(LocalStack stack) {
        return stack.embedded().map(_ -> stack.home().toString()).orElse("in the database named by SUPABASE_DB_URL");
    }
}
