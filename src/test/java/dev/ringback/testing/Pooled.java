package dev.ringback.testing;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;

import dev.ringback.local.server.PgBouncer;

/// Tests run again through a transaction-mode pooler: `@TestProfile(Pooled.class)` and `@EnabledIf(Pooled.WANTED)` on an empty
/// subclass. Skipped where pgbouncer is not installed, but not where `CI=true`.
public final class Pooled implements QuarkusTestProfile {

    public static final String WANTED = "dev.ringback.testing.Pooled#isWanted";
    public static final String REASON = "pgbouncer is not installed";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PgBouncerResource.class));
    }

    static boolean isWanted() {
        return PgBouncer.isInstalled() || "true".equals(System.getenv("CI"));
    }
}
