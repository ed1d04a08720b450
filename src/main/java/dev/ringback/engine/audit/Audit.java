package dev.ringback.engine.audit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.sql.Tx;

/// Records what people and programs change, in the transaction of the change.
@ApplicationScoped
public class Audit {

    private final AuditRepository audit;
    private final CurrentCaller caller;

    Audit(AuditRepository audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    /// Writes one entry in the caller's name. The transaction is the service's: nobody else may write the audit.
    public Uni<Void> record(Tx tx, Change change) {
        return sign(tx).chain(() -> audit.insert(tx, change));
    }

    /// Puts the caller's name under whatever triggers record of this transaction, for work that is done as the service.
    public Uni<Void> sign(Tx tx) {
        return caller.find().map(who -> audit.sign(tx, who, caller.requestId())).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
