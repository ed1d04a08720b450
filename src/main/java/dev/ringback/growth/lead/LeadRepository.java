package dev.ringback.growth.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.classify.LeadSignals;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.lead.LeadToAnswer.House;
import dev.ringback.growth.lead.LeadToAnswer.Standing;

@ApplicationScoped
class LeadRepository {

    private final Statements sql = Statements.of(LeadRepository.class);

    /// A line of a lead's history.
    record Line(UUID lead, String detail, Instant at) {}

    /// Those that are there.
    Uni<List<LeadToAnswer>> findToAnswer(Tx tx, List<UUID> ids) {
        return tx.list(query("find_to_answer").bindAll("ids", ids, UUID[]::new), LeadRepository::toAnswer);
    }

    Uni<Integer> recordSignals(Tx tx, Map<UUID, LeadSignals> signals, Instant now) {
        var all = List.copyOf(signals.entrySet());
        return tx.run(query("record_signals")
                .bindAll("ids", all.stream().map(Map.Entry::getKey).toList(), UUID[]::new)
                .bindAll("languages", each(all, of -> of.language().code()), String[]::new)
                .bindAll("intents", each(all, LeadSignals::intent), String[]::new)
                .bindAll("tones", each(all, of -> of.tone().word()), String[]::new)
                .bindAll("urgencies", each(all, of -> of.urgency().word()), String[]::new)
                .bindAll("confidences", each(all, LeadSignals::confidence), BigDecimal[]::new)
                .bind("now", now));
    }

    private static <T> List<T> each(List<Map.Entry<UUID, LeadSignals>> all, Function<LeadSignals, T> member) {
        return all.stream().map(Map.Entry::getValue).map(member).toList();
    }

    /// Of leads that are there.
    Uni<Map<UUID, Standing>> findStandings(Tx tx, List<UUID> ids) {
        return tx.list(query("find_refusal_facts").bindAll("ids", ids, UUID[]::new), row -> Map.entry(row.getUUID("id"), standing(row)))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<Integer> recordUpdate(Tx tx, UUID id, String detail, Instant now) {
        return tx.run(query("record_update").bind("id", id).bind("detail", detail).bind("now", now));
    }

    /// Lines of the histories of several leads.
    Uni<Integer> recordUpdates(Tx tx, List<Line> lines) {
        return lines.isEmpty() ? Uni.createFrom().item(0)
                : tx.run(query("record_updates")
                        .bindAll("ids", lines.stream().map(Line::lead).toList(), UUID[]::new)
                        .bindAll("details", lines.stream().map(Line::detail).toList(), String[]::new)
                        .bindAll("ats", lines.stream().map(Line::at).toList(), OffsetDateTime[]::new));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static LeadToAnswer toAnswer(Row row) {
        var house = new House(row.getString("business_name"), row.getString("tagline"), row.getString("booking_link"),
                row.getString("followup_speed"), row.getString("time_zone"), row.getString("email_tone"));
        return new LeadToAnswer(row.getUUID("id"), row.getUUID("client_id"), row.getString("email"), row.getString("name"),
                row.getString("message"), row.getString("language"), row.getString("urgency"), row.getString("intent"), standing(row),
                Rows.instant(row, "last_submitted_at"), house);
    }

    private static Standing standing(Row row) {
        return new Standing(row.getString("current_tag"), Boolean.TRUE.equals(row.getBoolean("deleted")), row.getBoolean("is_test"));
    }
}
