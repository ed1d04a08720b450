package dev.ringback.engine.retention;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class RetentionIT extends RetentionTest {}
