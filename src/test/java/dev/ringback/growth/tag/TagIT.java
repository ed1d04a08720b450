package dev.ringback.growth.tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TagIT extends TagTest {}
