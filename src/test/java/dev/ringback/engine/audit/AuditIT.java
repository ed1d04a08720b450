package dev.ringback.engine.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class AuditIT extends AuditTest {}
