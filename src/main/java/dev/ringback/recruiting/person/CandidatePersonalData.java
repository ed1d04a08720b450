package dev.ringback.recruiting.person;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.erasure.PersonalData;
import dev.ringback.engine.model.ModelAnswers;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;

/// Candidates as what recruiters know about people.
@ApplicationScoped
class CandidatePersonalData implements PersonalData {

    private final CandidateDataRepository candidates;
    private final ModelAnswers modelAnswers;

    CandidatePersonalData(CandidateDataRepository candidates, ModelAnswers modelAnswers) {
        this.candidates = candidates;
        this.modelAnswers = modelAnswers;
    }

    @Override
    public String pack() {
        return Contact.PACK;
    }

    @Override
    public Uni<List<Holding>> holdings(Tx tx, String tenant, List<String> addresses) {
        return tenant.equals(Contact.TENANT) ? candidates.list(tx, addresses) : Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Integer> erase(Tx tx, String tenant, List<String> addresses) {
        return !tenant.equals(Contact.TENANT) ? Uni.createFrom().item(0)
                : candidates.erase(tx, addresses)
                        .call(sessions -> modelAnswers.forget(tx, sessions.stream().map(Contact::subject).toList()))
                        .map(List::size);
    }
}
