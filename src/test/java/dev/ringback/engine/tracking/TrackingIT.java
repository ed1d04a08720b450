package dev.ringback.engine.tracking;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TrackingIT extends TrackingTest {}
