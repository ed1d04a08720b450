package dev.ringback.engine.alert;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AlertSettingsIT extends AlertSettingsTest {}
