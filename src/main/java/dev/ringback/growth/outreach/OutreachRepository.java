package dev.ringback.growth.outreach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.outreach.OutreachReport.Planned;

@ApplicationScoped
class OutreachRepository {

    private final Statements sql = Statements.of(OutreachRepository.class);

    /// What was written to a prospect before.
    ///
    /// @param messages  how many
    /// @param isWaiting the last one is on its way, or may still be answered
    record Past(int messages, boolean isWaiting, boolean hasReplied) {

        static final Past NONE = new Past(0, false, false);
    }

    /// Whom messages are from.
    record House(String businessName, String bookingLink) {}

    /// One that was sent just now.
    record Sent(UUID message, UUID prospect, Instant at) {}

    Uni<Map<UUID, Past>> findPast(Tx tx, List<UUID> prospects, String step, Instant since) {
        return tx.list(query("find_past").bindAll("prospects", prospects.stream().map(UUID::toString).toList(), String[]::new).bind("step", step)
                .bind("since", since),
                row -> Map.entry(UUID.fromString(row.getString("prospect")),
                        new Past(row.getInteger("messages"), row.getBoolean("is_waiting"), row.getBoolean("has_replied"))))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<House> findHouse(Tx tx, String client) {
        return tx.one(query("find_house").bind("client", UUID.fromString(client)),
                row -> new House(row.getString("business_name"), row.getString("booking_link")));
    }

    Uni<List<Planned>> findPlanned(Tx tx, List<UUID> messages) {
        return tx.list(query("find_planned").bindAll("ids", messages, UUID[]::new), row -> new Planned(row.getUUID("prospect"), row.getUUID("id"),
                row.getString("channel"), row.getString("status"), row.getString("reason")));
    }

    /// Answers those that are sent.
    Uni<List<Sent>> project(Tx tx, List<UUID> messages, Instant now, Duration ignoredAfter) {
        return tx.list(query("project").bindAll("ids", messages, UUID[]::new).bind("ignored_before", now.minus(ignoredAfter)),
                row -> new Sent(row.getUUID("message_id"), row.getUUID("prospect_id"), Rows.instant(row, "sent_at")));
    }

    Uni<Integer> ignore(Tx tx, UUID message, Instant ignoredBefore) {
        return tx.run(query("ignore").bind("message", message).bind("ignored_before", ignoredBefore));
    }

    Uni<List<UUID>> findKnown(Tx tx, List<UUID> prospects) {
        return tx.list(query("find_known").bindAll("prospects", prospects, UUID[]::new), row -> row.getUUID("id"));
    }

    Uni<List<Outreach>> list(Tx tx, UUID prospect, Cursor before, int limit) {
        return tx.list(query("list").bind("prospect", prospect).bind("before_at", before.at()).bind("before_id", before.id()).bind("limit", limit),
                row -> new Outreach(row.getUUID("id"), row.getUUID("prospect_id"), row.getString("channel"), row.getString("email_subject"),
                        row.getString("email_body"), row.getString("status"), Rows.instant(row, "sent_at"), Rows.instant(row, "opened_at"),
                        Rows.instant(row, "replied_at")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }
}
