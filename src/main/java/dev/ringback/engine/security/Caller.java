package dev.ringback.engine.security;

import dev.ringback.engine.sql.RunAs;

/// The verified caller of a function.
public sealed interface Caller {

    /// As in [Roles].
    String role();

    /// With whose rights the caller's transactions run.
    RunAs runAs();

    /// Stable and free of secrets: for logs, rate limits and idempotency keys.
    String id();

    /// Without any credential, or with a publishable key.
    ///
    /// @param credentialed whether a key was shown
    record Anonymous(boolean credentialed) implements Caller {

        @Override
        public String role() {
            return credentialed ? Roles.ANON : "";
        }

        @Override
        public RunAs runAs() {
            return new RunAs("anon", "{\"role\":\"anon\"}");
        }

        @Override
        public String id() {
            return "anon";
        }
    }

    /// @param claims the verified token's payload, as JSON text
    record User(String subject, String claims) implements Caller {

        @Override
        public String role() {
            return Roles.USER;
        }

        @Override
        public RunAs runAs() {
            return new RunAs("authenticated", claims);
        }

        @Override
        public String id() {
            return "user:" + subject;
        }
    }

    /// Runs as `authenticated` with claims that we set after verifying the key, so that row level security holds for it too.
    record Tenant(String pack, String tenant, String claims) implements Caller {

        @Override
        public String role() {
            return Roles.TENANT;
        }

        @Override
        public RunAs runAs() {
            return new RunAs("authenticated", claims);
        }

        @Override
        public String id() {
            return "tenant:%s:%s".formatted(pack, tenant);
        }
    }

    record Service(String keyName) implements Caller {

        @Override
        public String role() {
            return Roles.SERVICE;
        }

        @Override
        public RunAs runAs() {
            return RunAs.SERVICE;
        }

        @Override
        public String id() {
            return "service:" + keyName;
        }
    }

    record Scheduler() implements Caller {

        @Override
        public String role() {
            return Roles.JOB;
        }

        @Override
        public RunAs runAs() {
            return RunAs.SERVICE;
        }

        @Override
        public String id() {
            return "job";
        }
    }
}
