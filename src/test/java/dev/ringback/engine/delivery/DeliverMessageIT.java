package dev.ringback.engine.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class DeliverMessageIT extends DeliverMessageTest {}
