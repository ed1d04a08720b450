package dev.ringback.engine.hours;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class HoursRepository {

    private final Statements sql = Statements.of(HoursRepository.class);

    /// A cap that binds a message.
    record Capped(UUID id, ContactCap cap) {}

    /// When a person last wrote.
    ///
    /// @param hereAt by the message's own channel; null where it was another
    record Heard(UUID id, Instant at, Instant hereAt) {}

    /// Of those of the messages' recipients who have written lately.
    Uni<Map<UUID, Heard>> findHeard(Tx tx, List<UUID> ids, Instant since) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of())
                : tx.list(Query.of(sql.get("find_heard")).bindAll("ids", ids, UUID[]::new).bind("since", since),
                        row -> new Heard(row.getUUID("id"), Rows.instant(row, "at"), Rows.instant(row, "here_at")))
                        .map(all -> all.stream().collect(Collectors.toMap(Heard::id, Function.identity())));
    }

    /// Which of the messages have to wait, the longest of their caps each.
    Uni<Map<UUID, Limit>> findUsedUp(Tx tx, List<Capped> capped, Instant now) {
        return capped.isEmpty() ? Uni.createFrom().item(Map.of())
                : tx.list(Query.of(sql.get("find_used_up"))
                        .bindAll("ids", capped.stream().map(Capped::id).toList(), UUID[]::new)
                        .bindAll("reasons", capped.stream().map(one -> "contact_cap:" + one.cap().jurisdiction()).toList(), String[]::new)
                        .bindAll("mosts", capped.stream().map(one -> one.cap().most()).toList(), Integer[]::new)
                        .bindAll("seconds", capped.stream().map(one -> one.cap().period().toSeconds()).toList(), Long[]::new)
                        .bind("now", now),
                        row -> Map.entry(row.getUUID("id"), new Limit(Rows.instant(row, "until"), row.getString("reason"))))
                        .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
