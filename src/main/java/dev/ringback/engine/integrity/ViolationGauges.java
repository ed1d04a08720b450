package dev.ringback.engine.integrity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// Open violations by rule, as the last audit of this instance counted them.
@ApplicationScoped
class ViolationGauges {

    private final AtomicReference<Map<String, Integer>> open = new AtomicReference<>(Map.of());

    ViolationGauges(IntegrityRules rules, MeterRegistry registry) {
        rules.all().forEach(rule -> Gauge.builder("ringback.violations", open, counts -> counts.get().getOrDefault(rule.name(), 0))
                .tag("rule", rule.name()).register(registry));
    }

    void show(Map<String, Integer> counts) {
        open.set(counts);
    }
}
