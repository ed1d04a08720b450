package dev.ringback.growth.maintenance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PurgeIT extends PurgeTest {}
