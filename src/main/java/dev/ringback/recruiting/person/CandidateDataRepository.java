package dev.ringback.recruiting.person;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.erasure.PersonalData.Holding;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class CandidateDataRepository {

    private static final int MOST = 2_000;

    private final Statements sql = Statements.of(CandidateDataRepository.class);

    Uni<List<Holding>> list(Tx tx, List<String> numbers) {
        return tx.list(query("list_holdings", numbers).bind("limit", MOST),
                row -> new Holding(row.getString("kind"), row.getString("id"), Rows.object(row, "members")));
    }

    /// Answers the sessions.
    Uni<List<String>> erase(Tx tx, List<String> numbers) {
        return tx.list(query("erase", numbers), row -> row.getString("session_id"));
    }

    private Query query(String name, List<String> numbers) {
        return Query.of(sql.get(name)).bindAll("numbers", numbers, String[]::new);
    }
}
