package dev.ringback.recruiting.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.call.CallBrief;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.objective.Objectives;
import dev.ringback.recruiting.session.StartPolicy.Decision.Accept;

@ApplicationScoped
class SessionRepository {

    private final Statements sql = Statements.of(SessionRepository.class);

    /// What sessions are started for.
    ///
    /// @param needed variables of its opening template
    record Terms(String campaign, Objectives objectives, List<String> needed, Instant end) {}

    /// @param isActive whether another session with the number is, so that none was started
    record Judged(int line, String sessionId, boolean isActive) {}

    Uni<Optional<Terms>> lockCampaign(Tx tx, String campaign) {
        return tx.first(query("lock_campaign").bind("campaign", campaign), SessionRepository::terms);
    }

    /// @param request names the request
    Uni<List<Judged>> start(Tx tx, Terms terms, List<Accept> rows, String request, Instant now) {
        return tx.list(query("start").bind("campaign", terms.campaign()).bind("request", request).bind("now", now)
                .bind("objectives", terms.objectives().unknown())
                .bindAll("lines", rows.stream().map(Accept::line).toList(), Integer[]::new)
                .bindAll("phones", rows.stream().map(Accept::phone).toList(), String[]::new)
                .bindAll("tzs", rows.stream().map(Accept::tz).toList(), String[]::new)
                .bindAll("variables", rows.stream().map(row -> new JsonObject(Map.copyOf(row.variables())).encode()).toList(), String[]::new),
                row -> new Judged(row.getInteger("line"), row.getString("session_id"), row.getBoolean("is_active")));
    }

    /// Held until the transaction ends.
    Uni<List<Opening>> findToOpen(Tx tx, List<String> ids) {
        return tx.list(query("find_to_open").bindAll("ids", ids, String[]::new), SessionRepository::opening);
    }

    Uni<Void> notePlanned(Tx tx, List<String> ids, String action) {
        return ids.isEmpty() ? Uni.createFrom().voidItem()
                : tx.run(query("note_planned").bindAll("ids", ids, String[]::new).bind("action", action)).replaceWithVoid();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Terms terms(Row row) {
        var parameters = row.getArrayOfStrings("template_parameters");
        var needed = parameters == null || row.getString("template_name") == null ? List.<String>of()
                : List.of(parameters).stream().filter(name -> !name.equals("campaign") && !name.equals("phone_number")).toList();
        return new Terms(row.getString("campaign"), objectives(row.getValue("objectives_template")), needed, Rows.instant(row, "end"));
    }

    private static Objectives objectives(Object json) {
        return switch (json) {
            case JsonArray array -> Objectives.of(array.getList());
            case JsonObject object -> Objectives.of(object.getMap());
            case null, default -> Objectives.NONE;
        };
    }

    private static Opening opening(Row row) {
        var contact = new Contact(row.getString("session_id"), row.getString("phone_number"), row.getString("campaign"),
                Rows.object(row, "variables"), Rows.instant(row, "end"));
        return new Opening(contact, Rows.instant(row, "start"), "call".equals(row.getString("first_contact")),
                new CallBrief(row.getString("first_message_call"), row.getString("prompt_call"), row.getString("job_info")));
    }
}
