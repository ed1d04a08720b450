package dev.ringback.engine.deadletter;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same over the packaged application.
@QuarkusIntegrationTest
class DeadLettersIT extends DeadLettersTest {}
