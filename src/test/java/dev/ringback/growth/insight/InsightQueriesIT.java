package dev.ringback.growth.insight;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class InsightQueriesIT extends InsightQueriesTest {}
