package dev.ringback.engine.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;

class TenantHandlerTest {

    private static final Duration LATEST = Duration.ofSeconds(5);

    private static final class OfMaple implements TenantHandler {

        @Override
        public String kind() {
            return "test.work";
        }

        // Knows one tenant's subjects but `unknown`; the other tenant's transaction breaks.
        @Override
        public Uni<Map<String, Outcome>> handleTogether(List<Work> ofOneTenant) {
            return ofOneTenant.getFirst().tenant().equals("maple") ? Uni.createFrom().item(done(ofOneTenant))
                    : Uni.createFrom().failure(new IllegalStateException("broken"));
        }

        private static Map<String, Outcome> done(List<Work> items) {
            return items.stream().map(Work::subjectId).filter(id -> !id.equals("unknown"))
                    .collect(Collectors.toMap(id -> id, _ -> new Outcome.Done()));
        }
    }

    @Test
    void a_tenants_items_come_together_and_another_tenants_failure_is_its_own() {
        // Given
        var batch = List.of(work(1, "maple", "a"), work(2, "cedar", "a"), work(3, "maple", "b"), work(4, "cedar", "b"), work(5, "maple", "unknown"));

        // When
        var outcomes = new OfMaple().handle(batch).await().atMost(LATEST);

        // Then
        assertThat(outcomes).containsOnlyKeys(1L, 2L, 3L, 4L).containsEntry(1L, new Outcome.Done()).containsEntry(3L, new Outcome.Done());
        assertThat(List.of(outcomes.get(2L), outcomes.get(4L))).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Failed.class));
    }

    private static Work work(long id, String tenant, String subject) {
        return new Work(id, "test.work", tenant, subject, Map.of(), 1, 0);
    }
}
