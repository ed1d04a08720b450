package dev.ringback.engine.outbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class OutboxIT extends OutboxTest {}
