package dev.ringback.growth.person;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ForgottenPeopleIT extends ForgottenPeopleTest {}
