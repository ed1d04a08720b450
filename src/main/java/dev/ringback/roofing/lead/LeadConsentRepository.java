package dev.ringback.roofing.lead;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class LeadConsentRepository {

    private final Statements sql = Statements.of(LeadConsentRepository.class);

    /// @param phone null where there is none in clear
    record OptOut(String account, String phone, boolean fromCalls) {}

    Uni<Optional<OptOut>> findOptOut(Tx tx, String id) {
        return tx.first(Query.of(sql.get("find_opt_out")).bind("id", id),
                row -> new OptOut(row.getString("account"), row.getString("homeowner_phone"), row.getBoolean("voice_opt_out")));
    }
}
