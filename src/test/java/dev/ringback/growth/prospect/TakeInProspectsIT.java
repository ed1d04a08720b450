package dev.ringback.growth.prospect;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class TakeInProspectsIT extends TakeInProspectsTest {}
