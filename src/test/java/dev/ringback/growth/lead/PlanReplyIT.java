package dev.ringback.growth.lead;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class PlanReplyIT extends PlanReplyTest {}
