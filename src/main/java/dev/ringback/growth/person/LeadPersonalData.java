package dev.ringback.growth.person;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.erasure.PersonalData;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Leads as what a client knows about people.
@ApplicationScoped
class LeadPersonalData implements PersonalData {

    private final LeadDataRepository leads;
    private final Clock clock;

    LeadPersonalData(LeadDataRepository leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return "growth";
    }

    @Override
    public Uni<List<Holding>> holdings(Tx tx, String tenant, List<String> addresses) {
        return leads.listLeads(tx, tenant, addresses);
    }

    @Override
    public Uni<Integer> erase(Tx tx, String tenant, List<String> addresses) {
        return leads.eraseLeads(tx, tenant, addresses, clock.instant());
    }
}
