package dev.ringback.engine.trial;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class WindowNextIT extends WindowNextTest {}
