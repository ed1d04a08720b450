package dev.ringback.engine.rollup;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ReportingDaysIT extends ReportingDaysTest {}
