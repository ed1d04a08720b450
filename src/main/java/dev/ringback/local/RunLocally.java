package dev.ringback.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/// What `quarkus:dev` runs instead of Quarkus' own main: servers first, then the application. A live reload runs it again in
/// the same JVM; then the servers are there already and only new migrations are applied. Named in
/// `quarkus.package.main-class` of profile dev, not annotated: `@QuarkusMain` would make it a bean of the packaged application.
public final class RunLocally {

    private RunLocally() {}

    public static void main(String... args) {
        Announced.stack = LocalStack.start(LocalStack.checkout());
        Quarkus.run(Announced.class, args);
    }

    /// Called by Quarkus once it listens: only then may doorbells ring.
    public static final class Announced implements QuarkusApplication {

        // Quarkus makes the object itself, so there is no constructor to hand this to.
        private static LocalStack stack;

        @Override
        public int run(String... args) {
            Banner.print(stack);
            var poller = stack.embedded().map(NetPoller::start);
            try {
                Quarkus.waitForExit();
            } finally {
                poller.ifPresent(NetPoller::close);
            }
            return 0;
        }
    }
}
