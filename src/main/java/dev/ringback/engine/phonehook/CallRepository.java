package dev.ringback.engine.phonehook;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class CallRepository {

    private final Statements sql = Statements.of(CallRepository.class);

    /// @param message null where only the provider's id is known
    /// @param callId  null where only ours is
    Uni<Optional<Call>> find(Tx tx, UUID message, String callId) {
        return tx.first(Query.of(sql.get("find")).bind("message", message).bind("call_id", callId), CallRepository::call);
    }

    private static Call call(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        var identity = new SenderIdentity(row.getString("display_name"), row.getString("our_address"), row.getString("sender_provider"),
                row.getString("account"), row.getString("secret"), null);
        return new Call(row.getUUID("id"), subject, row.getString("our_address"), row.getString("their_address"), row.getString("body_text"),
                Rows.object(row, "variables"), identity);
    }
}
