package dev.ringback.engine.run;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/// The jobs of this instance by name.
@ApplicationScoped
class Jobs {

    private final List<Job> all;

    Jobs(@All List<Job> all) {
        this.all = all;
    }

    List<Job> all() {
        return all;
    }

    Optional<Job> find(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
