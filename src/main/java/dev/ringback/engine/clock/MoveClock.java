package dev.ringback.engine.clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.time.SettableClock;

/// Moves business time where it may be moved.
@ApplicationScoped
class MoveClock {

    private final Clock clock;

    MoveClock(Clock clock) {
        this.clock = clock;
    }

    ClockReading move(ClockSetting setting) {
        var settable = settable();
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

    private SettableClock settable() {
        if (clock instanceof SettableClock settable) {
            return settable;
        }
        throw new Problem(404, "NOT_FOUND", "Requested function was not found");
    }
}
