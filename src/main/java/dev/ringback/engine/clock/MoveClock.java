package dev.ringback.engine.clock;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.time.SettableClock;

/// Moves business time where it may be moved.
@ApplicationScoped
class MoveClock {

    private final Clock clock;
    private final Database database;
    private final Audit audit;

    MoveClock(Clock clock, Database database, Audit audit) {
        this.clock = clock;
        this.database = database;
        this.audit = audit;
    }

    Uni<ClockReading> move(ClockSetting setting) {
        var before = read();
        var after = apply(setting, settable());
        return database.asService(tx -> audit.record(tx, moved(before, after))).replaceWith(after);
    }

    private ClockReading apply(ClockSetting setting, SettableClock settable) {
        if (setting.set() != null) {
            settable.set(setting.set());
        } else if (setting.advance() != null) {
            settable.advance(setting.advance());
        } else if (Boolean.TRUE.equals(setting.release())) {
            settable.release();
        }
        return read();
    }

    ClockReading read() {
        return new ClockReading(settable().instant());
    }

    private static Change moved(ClockReading before, ClockReading after) {
        return Change.ofEngine("engine.clock.moved", "clock", "clock", Map.of("now", before.now().toString()), Map.of("now", after.now().toString()));
    }

    private SettableClock settable() {
        if (clock instanceof SettableClock settable) {
            return settable;
        }
        throw new Problem(404, "NOT_FOUND", "Requested function was not found");
    }
}
