package dev.ringback.growth.sender;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OwnServerIT extends OwnServerTest {}
