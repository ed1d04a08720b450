package dev.ringback.engine.courtesy;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class CourtesyRepository {

    private final Statements sql = Statements.of(CourtesyRepository.class);

    /// @param sender how the tenant calls itself; empty where it has no name
    /// @param help   the tenant's; empty where it has none
    record Words(String language, String sender, String help) {}

    Uni<Words> findWords(Tx tx, Asked asked) {
        return tx.one(Query.of(sql.get("find_words"))
                .bind("pack", asked.subject().pack())
                .bind("tenant", asked.subject().tenant())
                .bind("channel", asked.channel())
                .bind("answered", asked.answered()),
                row -> new Words(row.getString("language"), row.getString("sender"), row.getString("help")));
    }
}
