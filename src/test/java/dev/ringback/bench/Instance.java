package dev.ringback.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.SupabaseShims;

/// The application in a JVM of its own with the handlers of this package: what [InstanceSession] does, started from here. The
/// packaged application has no handler that does nothing, and shall have none.
final class Instance {

    private Instance() {}

    public static void main(String... args) {
        var summary = new SummaryGeneratingListener();
        // By name: Quarkus' class loader, which the launcher brings, must be the one that loads it.
        var session = DiscoverySelectors.selectClass("dev.ringback.bench.InstanceSession");
        var request = LauncherDiscoveryRequestBuilder.request().selectors(session).build();
        LauncherFactory.create().execute(request, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.err, true));
        System.exit((int) summary.getSummary().getTotalFailureCount());
    }

    /// @param settings beside those of production
    static Contestant start(DatabaseAddress database, Map<String, String> settings, Consumer<String> told) {
        var command = new ArrayList<>(List.of(Competitors.java()));
        appModel().ifPresent(command::add);
        if (Boolean.getBoolean("ringback.bench.jfr")) {
            command.add("-XX:StartFlightRecording=settings=profile,filename=" + BenchServer.HOME);
        }
        settings(database).forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.add(Instance.class.getName());
        return Contestant.start("ringback", command, Map.of("CLASSPATH", classPath()), told);
    }

    private static Map<String, String> settings(DatabaseAddress database) {
        var application = database.as(SupabaseShims.APPLICATION, SupabaseShims.APPLICATION);
        return Map.of("quarkus.datasource.reactive.url", application.reactiveUrl(),
                "quarkus.datasource.username", application.user(), "quarkus.datasource.password", application.password(),
                "ringback.consent.hash-keys.k1", "bG9jYWwtb25seS1sb2NhbC1vbmx5LWxvY2FsLW9ubHk=",
                "quarkus.http.test-port", "0",
                "quarkus.banner.enabled", "false",
                "quarkus.log.console.enabled", "false",
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", BenchServer.HOME.resolve("ringback-json.log").toString(),
                "java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }

    // Quarkus' Maven plugin tells surefire's JVM where it has written the application's dependencies.
    private static Optional<String> appModel() {
        return Optional.ofNullable(System.getProperty("quarkus-internal-test.serialized-app-model.path"))
                .map(path -> "-Dquarkus-internal-test.serialized-app-model.path=" + Path.of(path).toAbsolutePath());
    }

    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path").map(System::getProperty).filter(path -> path != null)
                .findFirst().orElseThrow();
    }
}
