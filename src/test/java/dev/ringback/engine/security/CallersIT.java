package dev.ringback.engine.security;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CallersIT extends CallersTest {}
