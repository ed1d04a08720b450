package dev.ringback.engine.consequence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ConsequenceRepository {

    private final Statements sql = Statements.of(ConsequenceRepository.class);

    /// Who got a message, and how.
    record Recipient(UUID message, Party party, Channel channel) {}

    Uni<List<Recipient>> findRecipients(Tx tx, List<Report> reports) {
        return tx.list(Query.of(sql.get("find_recipients")).bindAll("messages", all(reports, Report::message), UUID[]::new),
                ConsequenceRepository::recipient);
    }

    /// Those that are not recorded yet.
    Uni<List<Report>> findNew(Tx tx, List<Report> reports) {
        return tx.list(Query.of(sql.get("find_recorded"))
                .bindAll("messages", all(reports, Report::message), UUID[]::new)
                .bindAll("events", all(reports, report -> report.event().word()), String[]::new)
                .bindAll("providers", all(reports, Report::provider), String[]::new)
                .bindAll("event_ids", all(reports, Report::eventId), String[]::new), row -> reports.get(row.getInteger("ord") - 1))
                .map(Set::copyOf).map(recorded -> reports.stream().filter(report -> !recorded.contains(report)).toList());
    }

    Uni<Boolean> isBouncing(Tx tx, Recipient to, List<Hashed> hashes, BounceConfig config) {
        return tx.one(Query.of(sql.get("is_bouncing"))
                .bind("pack", to.party().pack())
                .bind("tenant", to.party().tenant())
                .bind("channel", to.channel())
                .bindAll("hashes", all(hashes, Hashed::value), Buffer[]::new)
                .bind("most", config.most())
                .bind("over_seconds", (double) config.over().toSeconds()), row -> row.getBoolean("is_bouncing"));
    }

    private static <T, V> List<V> all(List<T> many, Function<T, V> member) {
        return many.stream().map(member).collect(Collectors.toList());
    }

    private static Recipient recipient(Row row) {
        var address = row.getString("their_address");
        var party = row.getBoolean("is_erased")
                ? Party.erased(row.getString("pack"), row.getString("tenant"),
                        new Hashed(row.getString("their_key_id"), Rows.bytes(row, "their_hash")))
                : new Party(row.getString("pack"), row.getString("tenant"), address);
        return new Recipient(row.getUUID("id"), party, Channel.of(row.getString("channel")));
    }
}
