package dev.ringback.growth.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.erasure.PersonalData.Holding;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class LeadDataRepository {

    private static final int MOST = 1_000;
    private static final List<String> TEXTS = List.of("email", "name", "message", "language", "intent", "tone", "urgency", "ai_summary",
            "relationship_insight", "current_tag");

    private final Statements sql = Statements.of(LeadDataRepository.class);

    Uni<List<Holding>> listLeads(Tx tx, String tenant, List<String> addresses) {
        return tx.list(query("list_leads", tenant, addresses).bind("limit", MOST),
                row -> new Holding("lead", row.getUUID("id").toString(), members(row)));
    }

    Uni<Integer> eraseLeads(Tx tx, String tenant, List<String> addresses, Instant now) {
        return tx.run(query("erase_leads", tenant, addresses).bind("now", now));
    }

    private Query query(String name, String tenant, List<String> addresses) {
        return Query.of(sql.get(name)).bind("tenant", tenant).bindAll("addresses", addresses, String[]::new);
    }

    private static Map<String, Object> members(Row row) {
        var members = new LinkedHashMap<String, Object>();
        TEXTS.forEach(name -> members.put(name, row.getString(name)));
        members.put("timestamp", Rows.instant(row, "timestamp"));
        members.put("last_submitted_at", Rows.instant(row, "last_submitted_at"));
        return members;
    }
}
