package dev.ringback.engine.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Consent.Silenced;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class MessageRepository {

    private final Statements sql = Statements.of(MessageRepository.class);

    /// Answers false when this message was planned before.
    Uni<Boolean> plan(Tx tx, OutboundMessage message, Hashed hash, Decision decision, Instant now) {
        return tx.run(Query.of(sql.get("plan"))
                .bind("id", message.id())
                .bind("pack", message.subject().pack())
                .bind("tenant", message.subject().tenant())
                .bind("subject_kind", message.subject().kind())
                .bind("subject_id", message.subject().id())
                .bind("step", message.step())
                .bind("channel", message.channel())
                .bind("to", message.to())
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("template", message.wording().template())
                .bind("language", message.wording().language())
                .bind("tone", message.wording().tone())
                .bind("variables", message.variables())
                .bind("purpose", message.conditions().purpose())
                .bind("cause_at", message.conditions().causeAt())
                .bind("expires_at", message.conditions().expiresAt())
                .bind("status", decision.status())
                .bind("reason", decision.reason())
                .bind("rule", decision.rule())
                .bind("now", now)).map(planned -> planned == 1);
    }

    /// Records what was decided about messages of one tenant and kind of subject, with the work that sends them; answers the ids of those
    /// that are new.
    Uni<List<UUID>> planAll(Tx tx, List<Planning> all, List<Hashed> hashes, Instant now) {
        var messages = all.stream().map(Planning::message).toList();
        var subject = messages.getFirst().subject();
        return tx.list(decisions(texts(Query.of(sql.get("plan_all")), messages), all)
                .bind("pack", subject.pack()).bind("tenant", subject.tenant()).bind("subject_kind", subject.kind())
                .bindAll("ids", each(messages, OutboundMessage::id), UUID[]::new)
                .bindAll("hashes", each(hashes, Hashed::value), Buffer[]::new)
                .bindAll("key_ids", each(hashes, Hashed::keyId), String[]::new)
                .bindAll("cause_ats", each(messages, message -> message.conditions().causeAt()), OffsetDateTime[]::new)
                .bindAll("expires_ats", each(messages, message -> message.conditions().expiresAt()), OffsetDateTime[]::new)
                .bindAll("stops", each(messages, message -> !message.passesOptOut()), Boolean[]::new)
                .bind("kind", SendMessage.KIND).bind("now", now), row -> row.getUUID("id"));
    }

    private static Query decisions(Query query, List<Planning> all) {
        return query.bindAll("due_ats", each(all, Planning::dueAt), OffsetDateTime[]::new)
                .bindAll("statuses", each(all, one -> one.decision().status()), String[]::new)
                .bindAll("reasons", each(all, one -> one.decision().reason()), String[]::new)
                .bindAll("rules", each(all, one -> one.decision().rule()), String[]::new);
    }

    private static Query texts(Query query, List<OutboundMessage> messages) {
        return query.bindAll("subject_ids", each(messages, message -> message.subject().id()), String[]::new)
                .bindAll("steps", each(messages, OutboundMessage::step), String[]::new)
                .bindAll("channels", each(messages, message -> message.channel().word()), String[]::new)
                .bindAll("addresses", each(messages, OutboundMessage::to), String[]::new)
                .bindAll("templates", each(messages, message -> message.wording().template()), String[]::new)
                .bindAll("languages", each(messages, message -> message.wording().language()), String[]::new)
                .bindAll("tones", each(messages, message -> message.wording().tone()), String[]::new)
                .bindAll("purposes", each(messages, message -> message.conditions().purpose()), String[]::new)
                .bindAll("variables", each(messages, message -> new JsonObject(message.variables()).encode()), String[]::new);
    }

    private static <S, T> List<T> each(List<S> all, Function<S, T> member) {
        return all.stream().map(member).toList();
    }

    /// Answers what it stopped.
    Uni<List<Move>> withhold(Tx tx, Silenced silenced, Instant now) {
        return tx.list(Query.of(sql.get("withhold"))
                .bindAll("hashes", silenced.hashes().stream().map(Hashed::value).toList(), Buffer[]::new)
                .bind("everywhere", silenced.scope().isGlobal())
                .bind("pack", silenced.party().pack())
                .bind("tenant", silenced.party().tenant())
                .bindAll("channels", silenced.family().channels(), String[]::new)
                .bind("reason", silenced.reason())
                .bind("now", now), MessageRepository::move);
    }

    private static Move move(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Move(row.getUUID("id"), subject, row.getString("step"), MessageStatus.of(row.getString("status")), Rows.instant(row, "at"),
                row.getString("reason"));
    }

    /// Until it is called with false, what the transaction writes are projections.
    Uni<Void> project(Tx tx, boolean projecting) {
        return tx.run(Query.of(sql.get("set_origin")).bind("origin", projecting ? "projection" : "")).replaceWithVoid();
    }
}
