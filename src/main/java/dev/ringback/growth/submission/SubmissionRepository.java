package dev.ringback.growth.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

import static java.util.Map.entry;

@ApplicationScoped
class SubmissionRepository {

    private static final Map<String, Function<Reading, String>> TEXTS = Map.ofEntries(
            entry("emails", Reading::email),
            entry("names", lead -> lead.submission().name()),
            entry("messages", lead -> lead.submission().message()),
            entry("languages", lead -> lead.signals().language().code()),
            entry("intents", lead -> lead.signals().intent()),
            entry("tones", lead -> lead.signals().tone().word()),
            entry("urgencies", lead -> lead.signals().urgency().word()),
            entry("confidences", lead -> lead.signals().confidence().toString()),
            entry("sources", lead -> lead.submission().source()),
            entry("industries", lead -> lead.submission().industry()),
            entry("estimated_values", Reading::estimatedValue));

    private final Statements sql = Statements.of(SubmissionRepository.class);

    /// In one statement; no two of one address. Answers them by their addresses.
    Uni<Map<String, SubmittedLead>> submit(Tx tx, List<Reading> leads, Instant now) {
        var read = leads.stream().collect(Collectors.toMap(Reading::email, lead -> lead));
        var query = Query.of(sql.get("submit")).bindAll("are_tests", leads.stream().map(Reading::isTest).toList(), Boolean[]::new).bind("now", now);
        TEXTS.forEach((name, column) -> query.bindAll(name, leads.stream().map(column).toList(), String[]::new));
        return tx.list(query, row -> entry(row.getString("email"), submitted(row, read.get(row.getString("email")))))
                .map(stored -> stored.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static SubmittedLead submitted(Row row, Reading lead) {
        var signals = lead.signals();
        return new SubmittedLead(row.getUUID("id"), row.getBoolean("created"), row.getString("current_tag"), signals.language().code(),
                signals.intent(), signals.tone().word(), signals.urgency().word(), signals.confidence());
    }
}
