package dev.ringback.growth.followup;

import java.util.List;
import java.util.Set;

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

    /// Those that nobody is just changing. They keep their tags, and nobody records their answers, until the transaction ends.
    Uni<List<FollowedLead>> lock(Tx tx, List<String> ids) {
        return tx.list(query("lock", ids), row -> row.getUUID("id").toString())
                .chain(free -> tx.run(query("lock_messages", free)).chain(() -> tx.list(query("find", free), FollowUpRepository::lead)));
    }

    Uni<Set<String>> findThere(Tx tx, List<String> ids) {
        return tx.list(query("find_there", ids), row -> row.getUUID("id").toString()).map(Set::copyOf);
    }

    private Query query(String name, List<String> ids) {
        return Query.of(sql.get(name)).bindAll("ids", ids, String[]::new);
    }

    private static FollowedLead lead(Row row) {
        var progress = new Progress(row.getBoolean("answered"), row.getInteger("written"), Rows.instant(row, "last_at"));
        var house = new House(row.getString("business_name"), row.getString("tagline"), row.getString("booking_link"),
                row.getString("time_zone"), row.getString("email_tone"));
        return new FollowedLead(row.getUUID("id"), row.getUUID("client_id"), row.getString("email"), row.getString("name"),
                row.getString("language"), Rows.instant(row, "followup_since"), row.getBoolean("is_test"), progress, house);
    }
}
