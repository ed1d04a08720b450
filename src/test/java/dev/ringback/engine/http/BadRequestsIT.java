package dev.ringback.engine.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BadRequestsIT extends BadRequestsTest {}
