package dev.ringback.engine.template;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SaveTemplateIT extends SaveTemplateTest {}
