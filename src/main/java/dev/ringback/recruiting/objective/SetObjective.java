package dev.ringback.recruiting.objective;

import java.util.Collections;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.objective.ResolveObjectives.Source;
import dev.ringback.recruiting.staff.Staff;

/// A recruiter knows something of a candidate.
@ApplicationScoped
class SetObjective {

    private static final int LONGEST_VALUE = 1_000;

    private final Staff staff;
    private final ResolveObjectives resolveObjectives;

    SetObjective(Staff staff, ResolveObjectives resolveObjectives) {
        this.staff = staff;
        this.resolveObjectives = resolveObjectives;
    }

    Uni<KnownObjectives> set(Caller caller, ObjectiveSetting setting) {
        var value = Collections.singletonMap(setting.objective(), checked(setting.value()));
        return staff.asService(caller, tx -> resolveObjectives.lock(tx, setting.sessionId())
                .map(found -> found.orElseThrow(() -> Problem.notFound("session", setting.sessionId())))
                .chain(session -> set(tx, session, value)));
    }

    private Uni<KnownObjectives> set(Tx tx, SessionObjectives session, Map<String, Object> value) {
        if (!session.objectives().all().isEmpty() && session.objectives().find(value.keySet().iterator().next()).isEmpty()) {
            throw Problem.invalid("objective", "is none of the campaign's");
        }
        return resolveObjectives.resolve(tx, session, value, Source.MANUAL)
                .map(known -> new KnownObjectives(known.sessionId(), known.status(), known.values()));
    }

    private static Object checked(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean known -> known;
            case Number known -> known;
            case String known when known.length() <= LONGEST_VALUE -> known;
            default -> throw Problem.invalid("value", "must be a text of at most %d characters, a number, true or false".formatted(LONGEST_VALUE));
        };
    }
}
