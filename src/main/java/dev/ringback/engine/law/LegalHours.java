package dev.ringback.engine.law;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// The legal hours in memory: every send asks for them and hardly anybody changes them.
@ApplicationScoped
public class LegalHours {

    private record Remembered(WindowRules rules, Instant readAt) {}

    private final WindowRuleRepository repository;
    private final LawConfig config;
    private final Clock clock;
    private final AtomicReference<Remembered> remembered = new AtomicReference<>();

    LegalHours(WindowRuleRepository repository, LawConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /// As they stood at most `ringback.law.rules-kept` ago.
    public Uni<WindowRules> rules(Tx tx) {
        var now = clock.instant();
        var last = remembered.get();
        return last != null && isFresh(last, now) ? Uni.createFrom().item(last.rules()) : read(tx, now);
    }

    // A clock that was set back in a test is no reason to trust what comes from its future.
    private boolean isFresh(Remembered last, Instant now) {
        return !now.isBefore(last.readAt()) && now.isBefore(last.readAt().plus(config.rulesKept()));
    }

    private Uni<WindowRules> read(Tx tx, Instant now) {
        return repository.read(tx, now).invoke(rules -> remembered.set(new Remembered(rules, now)));
    }
}
