package dev.ringback.engine.hook;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application: a hook of each family of signatures.
@QuarkusIntegrationTest
class HookReplayIT extends HookReplayTest {}
