package dev.ringback.engine.backlog;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// The last reading, for whoever scrapes it.
@ApplicationScoped
class QueueGauges {

    private final AtomicReference<QueueReading> last = new AtomicReference<>(QueueReading.NONE);

    QueueGauges(MeterRegistry registry) {
        Gauge.builder("ringback.queue.ready", last, reading -> reading.get().ready()).register(registry);
        Gauge.builder("ringback.queue.lag.seconds", last, reading -> reading.get().lagSeconds()).register(registry);
        Gauge.builder("ringback.dead.letters", last, reading -> reading.get().deadLetters()).register(registry);
        Gauge.builder("ringback.oldest.snapshot.seconds", last, reading -> reading.get().oldestSnapshotSeconds()).register(registry);
    }

    void show(QueueReading reading) {
        last.set(reading);
    }
}
