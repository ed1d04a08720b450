package dev.ringback.engine.doorbell;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class DoorbellIT extends DoorbellTest {}
