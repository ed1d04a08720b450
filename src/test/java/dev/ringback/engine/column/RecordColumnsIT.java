package dev.ringback.engine.column;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RecordColumnsIT extends RecordColumnsTest {}
