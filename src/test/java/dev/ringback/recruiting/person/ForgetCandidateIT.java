package dev.ringback.recruiting.person;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same against the packaged application.
@QuarkusIntegrationTest
class ForgetCandidateIT extends ForgetCandidateTest {}
