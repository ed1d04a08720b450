package dev.ringback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Matches when probes were committed with when they were picked up.
final class Pickups {

    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Map<String, Long> picked = new ConcurrentHashMap<>();

    void committed(String subject, long micros) {
        committed.put(subject, micros);
    }

    /// Hears `picked <subject> <micros> …`.
    void hear(String line) {
        var words = line.split(" ");
        if (words[0].equals("picked")) {
            picked.putIfAbsent(words[1], Long.parseLong(words[2]));
        }
    }

    boolean isPicked(String subject) {
        return picked.containsKey(subject);
    }

    /// A probe that was picked up before its committer heard of the commit has waited for nothing.
    Latencies latencies() {
        List<Long> waits = new ArrayList<>();
        committed.forEach((subject, at) -> waits.add(Math.max(0, picked.get(subject) - at)));
        return Latencies.of(waits);
    }
}
