package dev.ringback.engine.thread;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class MachineMailIT extends MachineMailTest {}
