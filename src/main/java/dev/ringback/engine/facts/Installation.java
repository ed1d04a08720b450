package dev.ringback.engine.facts;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.environment.Environment;
import dev.ringback.engine.policy.SendFacts.Cause;
import dev.ringback.engine.policy.SendFacts.Guards;
import dev.ringback.engine.unsubscribe.UnsubscribeLinks;

/// What this installation lets leave at all, whoever it is from.
@ApplicationScoped
class Installation {

    private final Environment environment;
    private final UnsubscribeLinks links;
    private final FactsConfig config;

    Installation(Environment environment, UnsubscribeLinks links, FactsConfig config) {
        this.environment = environment;
        this.links = links;
        this.config = config;
    }

    /// Null where the database cluster stands for it.
    String project() {
        return environment.project();
    }

    FactsConfig.Answers answers() {
        return config.answers();
    }

    Guards guards(Sendable message) {
        var lock = message.guard().isElsewhere() ? Optional.of("environment_locked") : Optional.<String>empty();
        return new Guards(message.guard().brake(), lock, message.to(), config.onlyTo().orElse(List.of()));
    }

    /// What the law wants in it and it lacks.
    Optional<String> missing(Sendable message) {
        return CommercialMail.missing(message, links.areConfigured());
    }

    Cause cause(Sendable message) {
        return new Cause(message.standing().expiresAt(), message.standing().causeAt(), config.causeMaxAge(), message.guard().isLoop());
    }
}
