package dev.ringback.engine.run;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class RunsIT extends RunsTest {}
