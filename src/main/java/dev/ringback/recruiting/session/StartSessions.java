package dev.ringback.recruiting.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.idempotency.RequestTime;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.recruiting.session.CandidateRows.Row;
import dev.ringback.recruiting.session.SessionRepository.Judged;
import dev.ringback.recruiting.session.SessionRepository.Terms;
import dev.ringback.recruiting.session.StartPolicy.Decision;
import dev.ringback.recruiting.session.StartedSessions.Refused;
import dev.ringback.recruiting.session.StartedSessions.Started;

/// Starts sessions, one or ten thousand in one transaction: each row becomes a session or is refused with its reason. The first contact
/// is planned by the numbers' trigger.
@ApplicationScoped
class StartSessions {

    // Few enough that checking their numbers doesn't keep the event loop from others.
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final SessionRepository sessions;
    private final RequestTime time;
    private final WakeUps wakeUps;
    private final Clock clock;

    StartSessions(Database database, SessionRepository sessions, RequestTime time, WakeUps wakeUps, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.time = time;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /// The work on one request.
    private record Run(StartRequest request, Terms terms, String name, Set<String> numbers, List<Started> started, List<Refused> refused) {}

    Uni<StartedSessions> start(Caller caller, StartRequest request) {
        var rows = CandidateRows.of(request);
        var name = caller.id() + "|" + time.instant();
        return database.as(caller.runAs(), tx -> sessions.lockCampaign(tx, request.campaign())
                .map(found -> found.orElseThrow(() -> Problem.notFound("campaign", request.campaign())))
                .invoke(terms -> refuseOver(terms, clock.instant()))
                .chain(terms -> start(tx, new Run(request, terms, name, new HashSet<>(), new ArrayList<>(), new ArrayList<>()), rows)))
                .invoke(wakeUps::ring);
    }

    private static void refuseOver(Terms terms, Instant now) {
        if (terms.end() != null && !terms.end().isAfter(now)) {
            throw Problem.conflict("CAMPAIGN_OVER", "The campaign has ended");
        }
    }

    private Uni<StartedSessions> start(Tx tx, Run run, List<Row> rows) {
        return Multi.createFrom().items(rows.stream().gather(Gatherers.windowFixed(ROWS_AT_ONCE)))
                .onItem().transformToUniAndConcatenate(some -> startSome(tx, run, some).replaceWith(some))
                .collect().last()
                .map(_ -> new StartedSessions(run.started().size(), run.refused().size(), run.started(),
                        run.refused().stream().sorted(Comparator.comparing(Refused::line)).toList()));
    }

    private Uni<Void> startSome(Tx tx, Run run, List<Row> rows) {
        var accepted = rows.stream()
                .map(row -> StartPolicy.decide(row, run.request().region(), run.terms().needed())).<Decision.Accept>mapMulti((decision, accept) -> {
                    switch (once(decision, run.numbers())) {
                        case Decision.Accept row -> accept.accept(row);
                        case Decision.Refuse(var line, var reason) -> run.refused().add(new Refused(line, reason));
                    }
                }).toList();
        return accepted.isEmpty() ? Uni.createFrom().voidItem()
                : sessions.start(tx, run.terms(), accepted, run.name(), clock.instant())
                        .invoke(judged -> judged.forEach(one -> note(run, one))).replaceWithVoid();
    }

    private static Decision once(Decision decision, Set<String> numbers) {
        return decision instanceof Decision.Accept row && !numbers.add(row.phone()) ? new Decision.Refuse(row.line(), "repeated") : decision;
    }

    private static void note(Run run, Judged judged) {
        if (judged.isActive()) {
            run.refused().add(new Refused(judged.line(), "already_active"));
        } else {
            run.started().add(new Started(judged.line(), judged.sessionId()));
        }
    }
}
