package dev.ringback.recruiting.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.recruiting.call.PlanCalls;
import dev.ringback.recruiting.call.PlanCalls.Call;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.session.OpeningPolicy.Decision;

/// Plans the first contact of sessions, many at a time. Work kind `recruiting.open-session`, enqueued by the session's number.
@ApplicationScoped
class OpenSessions implements BatchHandler {

    private static final Outcome GONE = new Outcome.Cancelled("nothing to open");

    private final Database database;
    private final SessionRepository sessions;
    private final SendMessage sendMessage;
    private final PlanCalls planCalls;
    private final Clock clock;

    OpenSessions(Database database, SessionRepository sessions, SendMessage sendMessage, PlanCalls planCalls, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.sendMessage = sendMessage;
        this.planCalls = planCalls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "recruiting.open-session";
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        return database.asService(tx -> sessions.findToOpen(tx, batch.stream().map(Work::subjectId).toList()).chain(found -> open(tx, found)))
                .map(outcomes -> batch.stream().collect(Collectors.toMap(Work::id, work -> outcomes.getOrDefault(work.subjectId(), GONE))));
    }

    private Uni<Map<String, Outcome>> open(Tx tx, List<Opening> found) {
        var decisions = new HashMap<Opening, Decision>();
        found.forEach(opening -> decisions.put(opening, OpeningPolicy.decide(opening, clock.instant())));
        return write(tx, found.stream().filter(opening -> decisions.get(opening) instanceof Decision.Write).toList())
                .chain(() -> call(tx, found.stream().filter(opening -> decisions.get(opening) instanceof Decision.Call).toList()))
                .replaceWith(() -> found.stream()
                        .collect(Collectors.toMap(opening -> opening.contact().sessionId(), opening -> outcome(decisions.get(opening)))));
    }

    private Uni<Void> write(Tx tx, List<Opening> openings) {
        var messages = openings.stream().map(opening -> SessionMessages.opening(opening.contact())).toList();
        return sendMessage.planAll(tx, messages, clock.instant())
                .chain(() -> sessions.notePlanned(tx, messages.stream().map(message -> message.subject().id()).toList(), "template_sent"));
    }

    private Uni<Void> call(Tx tx, List<Opening> openings) {
        return planCalls.plan(tx, openings.stream().map(opening -> new Call(opening.contact(), opening.brief(), "opening", 1)).toList(), null,
                clock.instant());
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Write(),Decision.Call() -> new Outcome.Done();
            case Decision.Wait(var until) -> new Outcome.Snoozed(until, "campaign_starts");
            case Decision.Stop(var reason) -> new Outcome.Cancelled(reason);
        };
    }
}
