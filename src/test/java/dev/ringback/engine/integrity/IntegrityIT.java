package dev.ringback.engine.integrity;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class IntegrityIT extends IntegrityTest {}
