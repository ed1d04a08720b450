package dev.ringback.engine.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.tracking.JudgeHits.Judged;

import static java.nio.charset.StandardCharsets.UTF_8;

@ApplicationScoped
class TrackingRepository {

    static final String KIND = "engine.tracking-hit";

    private static final double MILLIS = 1000;

    private final Statements sql = Statements.of(TrackingRepository.class);

    /// Keeps the hit, with the work that judges it, unless so many of the mail's are kept already.
    Uni<Integer> store(Tx tx, Hit hit, int most, Instant judgedAt) {
        return tx.run(Query.of(sql.get("store")).bind("message", hit.message()).bind("kind", hit.kind().word())
                .bind("link", hit.kind() == HitKind.OPEN ? null : Digests.sha256(hit.target().getBytes(UTF_8)))
                .bind("at", hit.at()).bind("agent", hit.visitor().agent()).bind("is_head", hit.visitor().isHead())
                .bind("is_prefetch", hit.visitor().isPrefetch()).bind("most", most).bind("work", KIND).bind("judged_at", judgedAt));
    }

    Uni<List<KeptHit>> listUnjudged(Tx tx, List<UUID> ids, Duration burst) {
        return tx.list(Query.of(sql.get("list_unjudged")).bindAll("ids", ids, UUID[]::new).bind("burst_seconds", burst.toMillis() / MILLIS),
                TrackingRepository::hit);
    }

    /// Once and for all.
    Uni<Integer> record(Tx tx, List<Judged> judged, Instant now) {
        return tx.run(Query.of(sql.get("record"))
                .bindAll("ids", judged.stream().map(each -> each.hit().id()).toList(), UUID[]::new)
                .bindAll("rules", judged.stream().map(each -> each.rule().orElse(null)).toList(), String[]::new)
                .bind("version", MachineRules.VERSION).bind("now", now));
    }

    private static KeptHit hit(Row row) {
        var visitor = new Visitor(row.getString("user_agent"), row.getBoolean("is_head"), row.getBoolean("is_prefetch"));
        return new KeptHit(row.getUUID("id"), row.getUUID("message"), HitKind.of(row.getString("kind")), Rows.instant(row, "at"), visitor,
                Rows.instant(row, "left_at"), row.getInteger("links"));
    }
}
