package dev.ringback.growth.person;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.erasure.PersonalData;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.ModelAnswers;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// What clients know about people who wrote to them, and the agency about the businesses that it would like to win.
@ApplicationScoped
class GrowthPersonalData implements PersonalData {

    private final PersonalDataRepository people;
    private final ModelAnswers answers;
    private final Clock clock;

    GrowthPersonalData(PersonalDataRepository people, ModelAnswers answers, Clock clock) {
        this.people = people;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return "growth";
    }

    @Override
    public Uni<List<Holding>> holdings(Tx tx, String tenant, List<String> addresses) {
        return people.listLeads(tx, tenant, addresses)
                .chain(leads -> people.listProspects(tx, tenant, addresses)
                        .map(prospects -> Stream.concat(leads.stream(), prospects.stream()).toList()));
    }

    @Override
    public Uni<Integer> erase(Tx tx, String tenant, List<String> addresses) {
        return people.listLeads(tx, tenant, addresses)
                .chain(leads -> answers.forget(tx, leads.stream().map(lead -> new Subject(pack(), tenant, lead.kind(), lead.id())).toList()))
                .chain(() -> people.eraseLeads(tx, tenant, addresses, clock.instant()))
                .chain(leads -> people.eraseProspects(tx, tenant, addresses).map(prospects -> leads + prospects));
    }
}
