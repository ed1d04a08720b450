package dev.ringback.growth.submission;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

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
    private final SubmissionRepository leads;
    private final WakeUps wakeUps;
    private final RequestTime time;

    SubmitLead(Database database, SubmissionRepository leads, WakeUps wakeUps, RequestTime time) {
        this.database = database;
        this.leads = leads;
        this.wakeUps = wakeUps;
        this.time = time;
    }

    Uni<SubmittedLead> submit(Caller caller, Submission lead) {
        var email = EmailAddress.parse(lead.email()).orElseThrow(() -> Problem.invalid("email", "is not an e-mail address"));
        return submit(caller, List.of(Reading.of(email.value(), lead))).map(stored -> stored.get(email.value()));
    }

    /// All in one statement; no two of one address. Answers them by their addresses.
    Uni<Map<String, SubmittedLead>> submit(Caller caller, List<Reading> read) {
        var submittedAt = time.instant();
        return database.as(caller.runAs(), tx -> leads.submit(tx, read, submittedAt)).invoke(wakeUps::ring);
    }
}
