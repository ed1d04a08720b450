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
class PersonalDataRepository {

    private static final int MOST = 1_000;
    private static final List<String> TEXTS = List.of("email", "name", "message", "language", "intent", "tone", "urgency", "ai_summary",
            "relationship_insight", "current_tag");

    private static final List<String> BUSINESS = List.of("business_name", "website", "contact_email", "form_url", "industry", "region", "language");

    private final Statements sql = Statements.of(PersonalDataRepository.class);

    Uni<List<Holding>> listLeads(Tx tx, String tenant, List<String> addresses) {
        return tx.list(query("list_leads", tenant, addresses).bind("limit", MOST),
                row -> new Holding("lead", row.getUUID("id").toString(), members(row)));
    }

    Uni<List<Holding>> listProspects(Tx tx, String tenant, List<String> addresses) {
        return tx.list(query("list_prospects", tenant, addresses).bind("limit", MOST),
                row -> new Holding("prospect", row.getUUID("id").toString(), business(row)));
    }

    Uni<Integer> eraseLeads(Tx tx, String tenant, List<String> addresses, Instant now) {
        return tx.one(query("erase_leads", tenant, addresses).bind("now", now), row -> row.getInteger("erased"));
    }

    Uni<Integer> eraseProspects(Tx tx, String tenant, List<String> addresses) {
        return tx.one(query("erase_prospects", tenant, addresses), row -> row.getInteger("erased"));
    }

    private Query query(String name, String tenant, List<String> addresses) {
        return Query.of(sql.get(name)).bind("tenant", tenant).bindAll("addresses", addresses, String[]::new);
    }

    private static Map<String, Object> business(Row row) {
        var members = new LinkedHashMap<String, Object>();
        BUSINESS.forEach(name -> members.put(name, row.getString(name)));
        members.put("contacted", row.getBoolean("contacted"));
        members.put("response_score", row.getBigDecimal("response_score"));
        members.put("automation_need_score", row.getBigDecimal("automation_need_score"));
        members.put("last_tested", Rows.instant(row, "last_tested"));
        members.put("created_at", Rows.instant(row, "created_at"));
        var outreach = row.getJsonArray("outreach");
        members.put("outreach", outreach == null ? List.of() : outreach.getList());
        return members;
    }

    private static Map<String, Object> members(Row row) {
        var members = new LinkedHashMap<String, Object>();
        TEXTS.forEach(name -> members.put(name, row.getString(name)));
        members.put("timestamp", Rows.instant(row, "timestamp"));
        members.put("last_submitted_at", Rows.instant(row, "last_submitted_at"));
        return members;
    }
}
