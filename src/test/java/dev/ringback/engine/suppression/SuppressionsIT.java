package dev.ringback.engine.suppression;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SuppressionsIT extends SuppressionsTest {}
