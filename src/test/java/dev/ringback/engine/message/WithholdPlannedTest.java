package dev.ringback.engine.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.is;

/// What a no stops is told to the pack whose message it was.
@QuarkusTest
class WithholdPlannedTest {

    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final String PACK = "bids";

    private static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    Consent consent;
    @Inject
    AddressHash hash;
    @Inject
    Listener pack;

    private final String tenant = UUID.randomUUID().toString();
    private final String sarah = UUID.randomUUID() + "@people.example";

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @Test
    void before_the_no_is_committed() {
        // Given
        var planned = message("planned");
        message("sent");

        // When
        var told = database.asService(tx -> consent.refuse(tx, Refusal.optOut(new Party(PACK, tenant, sarah), Channel.EMAIL,
                Origin.of("test", Map.of()))).map(_ -> pack.told(tenant))).await().atMost(LATEST);

        // Then
        assertThat(told).singleElement().satisfies(move -> {
            assertThat(move.message()).isEqualTo(planned);
            assertThat(move.status()).isEqualTo(MessageStatus.SUPPRESSED);
            assertThat(move.reason()).isEqualTo("opted_out");
        });
    }

    @Test
    void when_the_no_is_imported() {
        // Given
        var planned = message("planned");

        // When
        var answer = Api.post("suppression-import", Api.SECRET_KEY, Map.of("pack", PACK, "tenant", tenant, "rows",
                List.of(Map.of("address", sarah, "reason", "bounced"))));

        // Then
        answer.statusCode(200).body("imported", is(1));
        assertThat(pack.told(tenant)).extracting(Move::message, Move::status, Move::reason)
                .containsExactly(tuple(planned, MessageStatus.SUPPRESSED, "bounced"));
    }

    private UUID message(String status) {
        return sql.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status)
                values (gen_random_uuid(), $1, $2, 'thing', 'one', 'step', 'out', 'email', $3, $4, $5::text::engine.message_status) returning id""",
                PACK, tenant, sarah, Buffer.buffer(hash.of(sarah).value()), status).getFirst().getUUID(0);
    }

    /// A pack that only listens.
    @ApplicationScoped
    static class Listener implements PackConversation {

        private final List<Move> told = new CopyOnWriteArrayList<>();

        List<Move> told(String tenant) {
            return told.stream().filter(move -> move.subject().tenant().equals(tenant)).toList();
        }

        @Override
        public String pack() {
            return PACK;
        }

        @Override
        public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
            return Uni.createFrom().item(Map.of());
        }

        @Override
        public Uni<Void> moved(Tx tx, List<Move> moves) {
            told.addAll(moves);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
            return Uni.createFrom().voidItem();
        }
    }
}
