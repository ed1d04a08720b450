package dev.ringback.engine.hotlead;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.alert.Alert;
import dev.ringback.engine.alert.HotLead;
import dev.ringback.engine.alert.SendAlert;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Has a tenant told of somebody who wants to buy now.
@ApplicationScoped
public class RaiseHotLead {

    private final HotLeadRepository hotLeads;
    private final SendAlert sendAlert;
    private final Clock clock;

    RaiseHotLead(HotLeadRepository hotLeads, SendAlert sendAlert, Clock clock) {
        this.hotLeads = hotLeads;
        this.sendAlert = sendAlert;
        this.clock = clock;
    }

    /// Answers false, and tells nobody, where it was raised before.
    public Uni<Boolean> raise(Tx tx, HotLead lead) {
        var now = clock.instant();
        return hotLeads.raise(tx, lead, now)
                .call(id -> id.map(its -> sendAlert.send(tx, new Alert(its, lead, now, false))).orElseGet(() -> Uni.createFrom().voidItem()))
                .map(id -> id.isPresent());
    }
}
