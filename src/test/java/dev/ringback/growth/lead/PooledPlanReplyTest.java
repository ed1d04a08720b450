package dev.ringback.growth.lead;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Pooled;

/// The same through a transaction-mode pooler.
@QuarkusTest
@TestProfile(Pooled.class)
@EnabledIf(value = Pooled.WANTED, disabledReason = Pooled.REASON)
class PooledPlanReplyTest extends PlanReplyTest {}
