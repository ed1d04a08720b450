package dev.ringback.growth.tag;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class TagRepository {

    private final Statements sql = Statements.of(TagRepository.class);

    Uni<Optional<TaggedLead>> lock(Tx tx, UUID id) {
        return tx.first(query("lock").bind("id", id),
                row -> new TaggedLead(row.getUUID("id"), row.getString("current_tag"), row.getBoolean("is_converted")));
    }

    Uni<Optional<UUID>> findLivingTwin(Tx tx, UUID id) {
        return tx.first(query("find_living_twin").bind("id", id), row -> row.getUUID("id"));
    }

    /// Says why, for the row's trigger.
    Uni<Void> explain(Tx tx, String reason) {
        return tx.run(query("explain").bind("reason", reason)).replaceWithVoid();
    }

    Uni<Integer> tag(Tx tx, UUID id, String tag, BigDecimal value, Instant now) {
        return tx.run(query("tag").bind("id", id).bind("tag", tag).bind("value", value == null ? null : value.toPlainString()).bind("now", now));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }
}
