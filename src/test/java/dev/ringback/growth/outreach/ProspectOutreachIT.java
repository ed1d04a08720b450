package dev.ringback.growth.outreach;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ProspectOutreachIT extends ProspectOutreachTest {}
