package dev.ringback.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.server.PgBouncer;

/// Puts pgbouncer between the application and the test database. Kept in a system property for the reason that
/// [LocalStackResource] names.
public final class PgBouncerResource implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "ringback.test.pgbouncer.url";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.datasource.reactive.url", application().reactiveUrl());
    }

    @Override
    public void stop() {}

    /// The test database as the application reaches it through pgbouncer; the first call starts that.
    public static synchronized DatabaseAddress application() {
        if (System.getProperty(URL) == null) {
            var address =
                    new PgBouncer(TestDatabaseTemplate.CHECKOUT.resolve("target/ringback-test/pgbouncer")).start(LocalStackResource.application());
            System.setProperty(URL, address.psqlUrl());
        }
        return DatabaseAddress.parse(System.getProperty(URL));
    }
}
