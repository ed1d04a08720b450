package dev.ringback.growth.lead;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.idempotency.RequestTime;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.wakeup.WakeUps;

/// Stores what a person wrote, with what the rules read in it. Answering is planned by the row's trigger.
@ApplicationScoped
class SubmitLead {

    private final Database database;
    private final LeadRepository leads;
    private final WakeUps wakeUps;
    private final RequestTime time;

    SubmitLead(Database database, LeadRepository leads, WakeUps wakeUps, RequestTime time) {
        this.database = database;
        this.leads = leads;
        this.wakeUps = wakeUps;
        this.time = time;
    }

    Uni<SubmittedLead> submit(Caller caller, Submission lead) {
        var email = EmailAddress.parse(lead.email()).orElseThrow(() -> Problem.invalid("email", "is not an e-mail address"));
        var signals = LeadRules.read(text(lead.message()), language(lead));
        var submittedAt = time.instant();
        return database.as(caller.runAs(), tx -> leads.submit(tx, email.value(), lead, signals, submittedAt)).invoke(wakeUps::ring);
    }

    private static Language language(Submission lead) {
        return lead.language() == null ? Language.detect(text(lead.message()), Language.EN) : Language.of(lead.language());
    }

    private static String text(String message) {
        return message == null ? "" : message;
    }
}
