package dev.ringback.bids.engagement;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class EngagementRepository {

    private final Statements sql = Statements.of(EngagementRepository.class);

    /// @param email null where the lead has none, as `phone`
    record OptOuts(String email, String phone, boolean fromEmail, boolean fromSms, boolean fromAll) {}

    Uni<Optional<OptOuts>> findOptOuts(Tx tx, String id) {
        return tx.first(Query.of(sql.get("find_opt_outs")).bind("id", id), row -> new OptOuts(row.getString("email"), row.getString("phone"),
                row.getBoolean("opt_out_email"), row.getBoolean("opt_out_sms"), row.getBoolean("opt_out_all")));
    }
}
