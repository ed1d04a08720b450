package dev.ringback.engine.batch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Tx;

/// Takes an arrival that holds many events apart: each becomes an arrival of its own, known by its own id and worked alone, so that
/// one that cannot be read loses no other.
@ApplicationScoped
public class Batches {

    private static final int MOST = 500;

    private final BatchRepository inbox;

    Batches(BatchRepository inbox) {
        this.inbox = inbox;
    }

    /// @param eventId unique among the events of the provider's batches and its other arrivals
    public record Part(String eventId, byte[] body) {

        private static final int LONGEST_ID = 200;

        /// @param eventId the provider's own; the digest of the body stands for one that is missing or unfit for a key
        public static Part of(Optional<String> eventId, byte[] body) {
            return new Part(eventId.filter(id -> !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf('\0') < 0)
                    .orElseGet(() -> "sha256:" + Digests.hex(Digests.sha256(body))), body);
        }
    }

    /// The batch itself keeps nothing: whatever it said stands in its parts, where an erasure finds it.
    public Uni<String> split(Tx tx, InboxItem batch, List<Part> parts) {
        var slices = parts.stream().gather(Gatherers.windowFixed(MOST)).toList();
        return Multi.createFrom().iterable(slices)
                .onItem().transformToUniAndConcatenate(slice -> inbox.storeParts(tx, batch, slice))
                .collect().asList()
                .chain(stored -> inbox.empty(tx, batch.id()).replaceWith("split:" + stored.stream().mapToInt(Integer::intValue).sum()));
    }
}
