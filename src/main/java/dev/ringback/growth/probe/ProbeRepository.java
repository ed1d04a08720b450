package dev.ringback.growth.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ProbeRepository {

    private static final int MOST_SHOWN = 100;

    private final Statements sql = Statements.of(ProbeRepository.class);

    /// How often a prospect was asked, and whether it is being asked now.
    record Past(int probes, boolean isUnderWay) {

        static final Past NONE = new Past(0, false);
    }

    /// What was asked, when, and in whose name.
    record Question(UUID probe, Instant askedAt, String name, String text) {}

    /// An automatic answer.
    record Answer(Instant at, Duration delay, boolean isPersonal) {}

    /// A probe whose answer is waited for.
    record Waiting(UUID probe, UUID prospect, Instant since) {}

    Uni<Map<UUID, Past>> findPast(Tx tx, List<UUID> prospects) {
        return tx.list(query("find_past").bindAll("prospects", prospects, UUID[]::new),
                row -> Map.entry(row.getUUID("prospect_id"), new Past(row.getInteger("probes"), row.getBoolean("is_under_way"))))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<List<UUID>> findUntested(Tx tx, int limit) {
        return tx.list(query("find_untested").bind("limit", limit), row -> row.getUUID("id"));
    }

    Uni<List<Probe>> record(Tx tx, List<UUID> ids) {
        return tx.list(query("record").bindAll("ids", ids, UUID[]::new), ProbeRepository::probe);
    }

    /// Answers those that wait now.
    Uni<List<Waiting>> follow(Tx tx, List<UUID> ids) {
        return tx.list(query("follow").bindAll("ids", ids, UUID[]::new),
                row -> new Waiting(row.getUUID("id"), row.getUUID("prospect_id"), Rows.instant(row, "since")));
    }

    Uni<Optional<Question>> findQuestion(Tx tx, UUID probe) {
        return tx.first(query("find_question").bind("id", probe), row -> new Question(row.getUUID("id"), Rows.instant(row, "asked_at"),
                row.getString("name"), row.getString("text")));
    }

    Uni<Optional<UUID>> findAnswered(Tx tx, UUID answer) {
        return tx.first(query("find_answered").bind("answer", answer), row -> row.getUUID("id"));
    }

    /// Answers false where an earlier answer is known.
    Uni<Boolean> recordAnswer(Tx tx, UUID probe, Answer answer, int score) {
        return tx.run(query("record_answer").bind("id", probe).bind("at", answer.at()).bind("delay_ms", answer.delay().toMillis())
                .bind("personalised", answer.isPersonal()).bind("score", score)).map(written -> written == 1);
    }

    Uni<Integer> close(Tx tx, UUID probe, int score) {
        return tx.run(query("close").bind("id", probe).bind("score", score));
    }

    Uni<Integer> score(Tx tx, UUID probe) {
        return tx.run(query("score").bind("id", probe));
    }

    Uni<List<Probe>> list(Tx tx, UUID prospect) {
        return tx.list(query("list").bind("prospect", prospect).bind("limit", MOST_SHOWN), ProbeRepository::probe);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Probe probe(Row row) {
        return new Probe(row.getUUID("id"), row.getUUID("prospect_id"), row.getString("channel"), row.getString("status"), row.getString("reason"),
                Rows.instant(row, "planned_at"), Rows.instant(row, "sent_at"), Rows.instant(row, "answered_at"), row.getLong("delay_ms"),
                row.getBoolean("personalised"), row.getBigDecimal("response_score"));
    }
}
