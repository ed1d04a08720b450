package dev.ringback.engine.http;

import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Pooled;

/// The same through a transaction-mode pooler, as far as the database is asked: who calls.
@QuarkusTest
@TestProfile(Pooled.class)
@EnabledIf(value = Pooled.WANTED, disabledReason = Pooled.REASON)
class PooledBadRequestsTest extends BadRequestsTest {

    static Stream<BadRequest> requests() {
        return BadCredentials.all();
    }
}
