package dev.ringback.recruiting.call;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.idempotency.RequestTime;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.recruiting.staff.Staff;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Recruiters have candidates called, and look at the calls.
@ApplicationScoped
class StartCalls {

    private static final int MOST_CALLS = 100;

    private final Staff staff;
    private final Database database;
    private final CallRepository calls;
    private final PlanCalls planCalls;
    private final RequestTime time;
    private final WakeUps wakeUps;

    StartCalls(Staff staff, Database database, CallRepository calls, PlanCalls planCalls, RequestTime time, WakeUps wakeUps) {
        this.staff = staff;
        this.database = database;
        this.calls = calls;
        this.planCalls = planCalls;
        this.time = time;
        this.wakeUps = wakeUps;
    }

    Uni<StartedCalls> start(Caller caller, CallRequest request) {
        var batch = UUID.nameUUIDFromBytes((caller.id() + "|" + time.instant()).getBytes(UTF_8)).toString();
        return staff.asService(caller, tx -> calls.findContacts(tx, request.sessionIds(), batch)
                .call(found -> planCalls.plan(tx, found, batch, time.instant()))
                .map(found -> answer(request, batch, found))).invoke(wakeUps::ring);
    }

    private static StartedCalls answer(CallRequest request, String batch, List<PlanCalls.Call> found) {
        var started = found.stream().map(call -> new StartedCalls.Started(call.contact().sessionId(), call.message().id().toString())).toList();
        var known = started.stream().map(StartedCalls.Started::sessionId).toList();
        return new StartedCalls(batch, started, request.sessionIds().stream().distinct().filter(id -> !known.contains(id)).toList());
    }

    Uni<Calls> list(Caller caller, String sessionId) {
        return database.as(caller.runAs(), tx -> calls.list(tx, sessionId, MOST_CALLS)).map(Calls::new);
    }
}
