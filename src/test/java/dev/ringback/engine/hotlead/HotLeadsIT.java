package dev.ringback.engine.hotlead;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HotLeadsIT extends HotLeadsTest {}
