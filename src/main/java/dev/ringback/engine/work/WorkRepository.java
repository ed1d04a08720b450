package dev.ringback.engine.work;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class WorkRepository {

    private final Statements sql = Statements.of(WorkRepository.class);

    Uni<Integer> enqueue(Tx tx, NewWork work) {
        return tx.run(query("enqueue")
                .bind("pack", work.pack())
                .bind("kind", work.kind())
                .bind("tenant", work.tenant())
                .bind("subject_kind", work.subjectKind())
                .bind("subject_id", work.subjectId())
                .bind("dedupe_key", work.dedupeKey())
                .bind("due_at", work.dueAt())
                .bind("payload", work.payload())
                .bind("stop_on_reply", work.stopOnReply()));
    }

    Uni<Integer> cancelOnReply(Tx tx, String pack, String subjectKind, String subjectId) {
        return tx.one(query("cancel_on_reply").bind("pack", pack).bind("subject_kind", subjectKind).bind("subject_id", subjectId),
                row -> row.getInteger("stopped"));
    }

    Uni<Integer> postponeOnReply(Tx tx, String pack, String subjectKind, String subjectId, Instant until) {
        return tx.one(query("postpone_on_reply").bind("pack", pack).bind("subject_kind", subjectKind).bind("subject_id", subjectId)
                .bind("until", until), row -> row.getInteger("postponed"));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }
}
