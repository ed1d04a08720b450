package dev.ringback.engine.explain;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ExplainSendIT extends ExplainSendTest {}
