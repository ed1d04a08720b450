package dev.ringback.engine.brake;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class HoldSendsIT extends HoldSendsTest {}
