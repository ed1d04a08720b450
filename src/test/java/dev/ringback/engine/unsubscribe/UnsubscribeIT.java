package dev.ringback.engine.unsubscribe;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class UnsubscribeIT extends UnsubscribeTest {}
