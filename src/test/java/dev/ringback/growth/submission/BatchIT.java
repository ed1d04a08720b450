package dev.ringback.growth.submission;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BatchIT extends BatchTest {}
