package dev.ringback.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/// What `quarkus:dev` runs instead of Quarkus' own main: servers first, then the application. A live reload runs it again in
/// the same JVM; then the servers are there already and only new migrations are applied.
@QuarkusMain(name = "local")
public final class RunLocally {

    private RunLocally() {}

    public static void main(String... args) {
        var stack = LocalStack.start(LocalStack.checkout());
        var poller = stack.embedded().map(NetPoller::start);
        Announced.stack = stack;
        try {
            Quarkus.run(Announced.class, args);
        } finally {
            poller.ifPresent(NetPoller::close);
        }
    }

    /// Called by Quarkus once it listens.
    public static final class Announced implements QuarkusApplication {

        // Quarkus makes the object itself, so there is no constructor to hand this to.
        private static LocalStack stack;

        @Override
        public int run(String... args) {
            Banner.print(stack);
            Quarkus.waitForExit();
            return 0;
        }
    }
}
