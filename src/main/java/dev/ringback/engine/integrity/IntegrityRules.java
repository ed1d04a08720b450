package dev.ringback.engine.integrity;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/// All that must hold: the engine's rules and the packs'.
@ApplicationScoped
class IntegrityRules {

    private final List<IntegrityRule> all;

    IntegrityRules(EngineRulesRepository ofEngine, @All List<IntegrityRule> others) {
        this.all = Stream.concat(ofEngine.all().stream(), others.stream()).toList();
    }

    List<IntegrityRule> all() {
        return all;
    }
}
