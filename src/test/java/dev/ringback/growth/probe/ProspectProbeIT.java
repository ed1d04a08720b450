package dev.ringback.growth.probe;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ProspectProbeIT extends ProspectProbeTest {}
