package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.subscription.UniEmitter;

/// Arrivals in the order in which they came, until their group begins. Holds a bounded number of them and of their bytes.
final class WaitingRoom {

    private final IntakeConfig config;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final AtomicLong bytes = new AtomicLong();

    WaitingRoom(IntakeConfig config) {
        this.config = config;
    }

    /// An arrival whose answer is awaited.
    static final class Waiting {

        final Arrival arrival;
        final Instant since;
        final UniEmitter<? super Boolean> answer;

        Waiting(Arrival arrival, Instant since, UniEmitter<? super Boolean> answer) {
            this.arrival = arrival;
            this.since = since;
            this.answer = answer;
        }
    }

    /// Answers false when there is no room. A single body always finds room.
    synchronized boolean enter(Waiting waiting) {
        var more = waiting.arrival.body().length;
        if (line.size() >= config.waiting() || !line.isEmpty() && bytes.get() + more > config.waitingBytes()) {
            return false;
        }
        line.addLast(waiting);
        bytes.addAndGet(more);
        return true;
    }

    /// Takes out those who came first, as many as are committed together; none when nobody waits.
    synchronized List<Waiting> nextGroup() {
        var group = new ArrayList<Waiting>();
        var left = config.groupBytes();
        while (!line.isEmpty() && group.size() < config.group() && (group.isEmpty() || line.peekFirst().arrival.body().length <= left)) {
            var next = line.removeFirst();
            left -= next.arrival.body().length;
            bytes.addAndGet(-next.arrival.body().length);
            group.add(next);
        }
        return group;
    }

    synchronized boolean isEmpty() {
        return line.isEmpty();
    }
}
