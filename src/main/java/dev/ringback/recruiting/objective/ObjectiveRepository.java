package dev.ringback.recruiting.objective;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
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

@ApplicationScoped
class ObjectiveRepository {

    private final Statements sql = Statements.of(ObjectiveRepository.class);

    Uni<Optional<SessionObjectives>> lock(Tx tx, String sessionId) {
        return tx.first(query("lock_session").bind("session_id", sessionId), ObjectiveRepository::known);
    }

    Uni<Void> record(Tx tx, String sessionId, Map<String, Object> values, String source) {
        return setSource(tx, source)
                .chain(() -> tx.run(query("record_values").bind("session_id", sessionId).bind("values", values)))
                .chain(() -> setSource(tx, ""));
    }

    Uni<Boolean> complete(Tx tx, String sessionId) {
        return tx.run(query("complete").bind("session_id", sessionId)).map(completed -> completed == 1);
    }

    private Uni<Void> setSource(Tx tx, String source) {
        return tx.run(query("set_source").bind("source", source)).replaceWithVoid();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static SessionObjectives known(Row row) {
        return new SessionObjectives(row.getString("session_id"), row.getString("session_status"), zone(row.getString("tz")),
                new HashMap<>(Rows.object(row, "objectives")), Objectives.of(plain(row.getValue("objectives_template"))));
    }

    private static Object plain(Object json) {
        return switch (json) {
            case JsonArray array -> array.getList();
            case JsonObject object -> object.getMap();
            case null, default -> null;
        };
    }

    // A date without a zone is one of UTC; sends are held by the policy itself.
    private static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
