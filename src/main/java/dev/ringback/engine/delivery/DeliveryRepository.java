package dev.ringback.engine.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.message.Decision;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class DeliveryRepository {

    private final Statements sql = Statements.of(DeliveryRepository.class);

    Uni<Optional<Sendable>> findForSending(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find_for_sending")).bind("id", id), DeliveryRepository::sendable);
    }

    /// Answers false when it must not leave: suppressed, stopped or cancelled since policy was asked.
    Uni<Boolean> beginSubmission(Tx tx, Outgoing message, String provider, List<Hashed> hashes, Instant now) {
        var mail = (Content.Mail) message.content();
        return tx.run(query("begin_submission", now)
                .bind("id", message.id())
                .bind("from", normal(message.identity().address()))
                .bind("reference", message.reference())
                .bind("subject", mail.subject())
                .bind("text", mail.text())
                .bind("provider", provider)
                .bind("family", "email")
                .bindAll("hashes", hashes.stream().map(Hashed::value).toList(), Buffer[]::new)).map(begun -> begun == 1);
    }

    Uni<Integer> recordSent(Tx tx, UUID id, String providerId, Instant now) {
        return tx.run(query("record_sent", now).bind("id", id).bind("provider_id", providerId));
    }

    Uni<Integer> recordNotSent(Tx tx, UUID id, Decision decision, Instant now) {
        return tx.run(query("record_not_sent", now).bind("id", id).bind("status", decision.status()).bind("reason", decision.reason())
                .bind("rule", decision.rule()));
    }

    private Query query(String name, Instant now) {
        return Query.of(sql.get(name)).bind("now", now);
    }

    // As answers name it, or the pair of addresses would not find its thread.
    private static String normal(String address) {
        return EmailAddress.parse(address).map(EmailAddress::value).orElse(address);
    }

    private static Sendable sendable(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Sendable(row.getUUID("id"), subject, row.getString("step"), Channel.of(row.getString("channel")),
                row.getString("their_address"), Rows.object(row, "variables"), Rows.instant(row, "expires_at"),
                Optional.ofNullable(row.getString("brake")), identity(row), template(row));
    }

    private static Optional<SenderIdentity> identity(Row row) {
        return Optional.ofNullable(row.getString("display_name"))
                .map(name -> new SenderIdentity(name, row.getString("address"), null, null, row.getString("smtp_password"), server(row)));
    }

    private static SenderIdentity.Server server(Row row) {
        var host = row.getString("smtp_host");
        return host == null ? null : new SenderIdentity.Server(host, row.getInteger("smtp_port"), row.getString("smtp_username"));
    }

    private static Optional<Template> template(Row row) {
        return Optional.ofNullable(row.getLong("template_id")).map(
                id -> new Template(id, row.getInteger("template_version"), row.getString("template_subject"), row.getString("template_body")));
    }
}
