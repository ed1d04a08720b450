package dev.ringback.growth.followup;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.followup.FollowedLead.House;
import dev.ringback.growth.followup.FollowedLead.Progress;

@ApplicationScoped
class FollowUpRepository {

    private final Statements sql = Statements.of(FollowUpRepository.class);

    /// The lead keeps its tag, and nobody records its answer, until the transaction ends.
    Uni<Optional<FollowedLead>> lock(Tx tx, UUID id) {
        return tx.run(Query.of(sql.get("lock")).bind("id", id))
                .chain(() -> tx.run(Query.of(sql.get("lock_messages")).bind("id", id)))
                .chain(() -> tx.first(Query.of(sql.get("find")).bind("id", id), FollowUpRepository::lead));
    }

    private static FollowedLead lead(Row row) {
        var progress = new Progress(row.getBoolean("answered"), row.getInteger("written"), Rows.instant(row, "last_at"));
        var house = new House(row.getString("business_name"), row.getString("tagline"), row.getString("booking_link"),
                row.getString("time_zone"), row.getString("email_tone"));
        return new FollowedLead(row.getUUID("id"), row.getUUID("client_id"), row.getString("email"), row.getString("name"),
                row.getString("language"), Rows.instant(row, "followup_since"), row.getBoolean("is_test"), progress, house);
    }
}
