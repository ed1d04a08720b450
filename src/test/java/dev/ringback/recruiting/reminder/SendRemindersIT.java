package dev.ringback.recruiting.reminder;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class SendRemindersIT extends SendRemindersTest {}
