package dev.ringback.growth.client;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TenantIsolationIT extends TenantIsolationTest {}
