package dev.ringback.engine.facts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.facts.Sendable.Attempt;
import dev.ringback.engine.facts.Sendable.Guard;
import dev.ringback.engine.facts.Sendable.Standing;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.template.Template;

@ApplicationScoped
class FactsRepository {

    private final Statements sql = Statements.of(FactsRepository.class);

    /// @param project null where the database cluster stands for it
    Uni<List<Sendable>> findForSending(Tx tx, List<UUID> ids, String project, FactsConfig.Answers answers, Instant now) {
        return tx.list(query("find_for_sending", now).bindAll("ids", ids, UUID[]::new).bind("project", project)
                .bind("most_answers", answers.most()).bind("answers_within_seconds", (double) answers.within().toSeconds()),
                FactsRepository::sendable);
    }

    /// Why each suppressed one of them is.
    Uni<Map<UUID, String>> findSuppressions(Tx tx, AddressKeys keys, Instant now) {
        return tx.list(query("find_suppressions", now)
                .bindAll("ids", keys.owners(), UUID[]::new)
                .bindAll("hashes", keys.hashes(), Buffer[]::new)
                .bindAll("families", keys.families(), String[]::new), row -> Map.entry(row.getUUID("id"), row.getString("reason")))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Query query(String name, Instant now) {
        return Query.of(sql.get(name)).bind("now", now);
    }

    private static Sendable sendable(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        var standing = new Standing(MessageStatus.of(row.getString("status")), row.getString("stop_reason"), Rows.instant(row, "cause_at"),
                Rows.instant(row, "expires_at"), attempt(row));
        var guard = new Guard(Optional.ofNullable(row.getString("brake")), Boolean.TRUE.equals(row.getBoolean("is_elsewhere")),
                Boolean.TRUE.equals(row.getBoolean("is_counted")), row.getBoolean("is_loop"), limits(row));
        return new Sendable(row.getUUID("id"), subject, row.getString("step"), Channel.of(row.getString("channel")), row.getString("purpose"),
                row.getString("their_address"), variables(row), standing, guard, identity(row), template(row));
    }

    private static Attempt attempt(Row row) {
        var beganAt = Rows.instant(row, "submitting_at");
        return beganAt == null ? null : new Attempt(row.getString("attempt_provider"), beganAt, Rows.instant(row, "doubtful_since"));
    }

    private static Map<String, Object> variables(Row row) {
        var variables = new HashMap<String, Object>(Map.of("postal_address", Objects.requireNonNullElse(row.getString("postal_address"), "")));
        variables.putAll(Rows.object(row, "variables"));
        return variables;
    }

    private static Limits limits(Row row) {
        var person = Optional.ofNullable(Rows.instant(row, "person_until")).map(until -> new Limit(until, row.getString("person_reason")));
        var day = Stream.of(row).filter(_ -> Boolean.TRUE.equals(row.getBoolean("is_used_up")))
                .map(_ -> new Limit(Rows.instant(row, "next_day"), "daily_cap"));
        var gap = Stream.ofNullable(Rows.instant(row, "gap_until")).map(until -> new Limit(until, "min_gap"));
        return new Limits(person, Stream.concat(day, gap).findFirst(), Optional.empty());
    }

    private static Optional<SenderIdentity> identity(Row row) {
        return Optional.ofNullable(row.getString("display_name"))
                .map(name -> new SenderIdentity(name, row.getString("address"), row.getString("sender_provider"), row.getString("account"),
                        row.getString("sender_secret"), server(row)));
    }

    private static SenderIdentity.Server server(Row row) {
        var host = row.getString("smtp_host");
        return host == null ? null : new SenderIdentity.Server(host, row.getInteger("smtp_port"), row.getString("smtp_username"));
    }

    private static Optional<Template> template(Row row) {
        return Optional.ofNullable(row.getLong("template_id")).map(id -> new Template(id, row.getInteger("template_version"),
                row.getString("template_subject"), row.getString("template_body"), row.getString("template_html"), approved(row),
                row.getBoolean("template_tracked")));
    }

    private static Template.Approved approved(Row row) {
        var name = row.getString("approved_name");
        return name == null ? null
                : new Template.Approved(name, Objects.requireNonNullElse(row.getString("approved_language"), "en"),
                        List.of(row.getArrayOfStrings("parameters")));
    }
}
