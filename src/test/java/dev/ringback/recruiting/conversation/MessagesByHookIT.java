package dev.ringback.recruiting.conversation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class MessagesByHookIT extends MessagesByHookTest {}
