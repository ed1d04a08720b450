package dev.ringback.growth.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignInIT extends SignInTest {}
