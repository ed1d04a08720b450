package dev.ringback.engine.erasure;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EraseSubjectIT extends EraseSubjectTest {}
