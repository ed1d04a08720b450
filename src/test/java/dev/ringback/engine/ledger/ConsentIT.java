package dev.ringback.engine.ledger;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConsentIT extends ConsentTest {}
