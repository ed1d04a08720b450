package dev.ringback.recruiting.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class EndCampaignRepository {

    private final Statements sql = Statements.of(EndCampaignRepository.class);

    Uni<Boolean> isOver(Tx tx, String campaign, Instant now) {
        return tx.first(query("find_over", campaign).bind("now", now), row -> row.getString("campaign")).map(Optional::isPresent);
    }

    Uni<List<String>> findActive(Tx tx, String campaign, int limit) {
        return tx.list(query("find_active", campaign).bind("limit", limit), row -> row.getString("session_id"));
    }

    Uni<Void> expire(Tx tx, List<String> ids) {
        return tx.run(Query.of(sql.get("expire")).bindAll("ids", ids, String[]::new)).replaceWithVoid();
    }

    Uni<Void> close(Tx tx, String campaign, Instant now) {
        return tx.run(query("close", campaign).bind("now", now)).replaceWithVoid();
    }

    private Query query(String name, String campaign) {
        return Query.of(sql.get(name)).bind("campaign", campaign);
    }
}
