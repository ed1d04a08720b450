package dev.ringback.roofing.lead;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.column.ConsentColumns;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.engine.sql.Tx;

/// Opt-outs from calls that an account ticked on its leads.
@ApplicationScoped
class LeadOptOuts implements ConsentColumns {

    private static final String REGION = "US";

    private final LeadConsentRepository leads;

    LeadOptOuts(LeadConsentRepository leads) {
        this.leads = leads;
    }

    @Override
    public String table() {
        return "roofing.leads";
    }

    @Override
    public Uni<List<State>> read(Tx tx, String id) {
        return leads.findOptOut(tx, id).map(found -> found.stream()
                .flatMap(said -> Optional.ofNullable(said.phone()).flatMap(text -> PhoneNumber.parse(text, REGION)).stream()
                        .map(phone -> new State(new Party("roofing", said.account(), phone.value()), Family.PHONE, "voice_opt_out",
                                said.fromCalls())))
                .toList());
    }
}
