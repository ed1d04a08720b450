package dev.ringback.growth.key;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyRotationIT extends KeyRotationTest {}
