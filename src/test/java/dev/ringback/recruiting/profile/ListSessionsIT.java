package dev.ringback.recruiting.profile;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ListSessionsIT extends ListSessionsTest {}
