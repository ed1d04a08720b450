package dev.ringback.growth.followup;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FollowUpIT extends FollowUpTest {}
