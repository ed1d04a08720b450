package dev.ringback.recruiting.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class StartSessionsIT extends StartSessionsTest {}
