package dev.ringback.engine.delivery;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.ringback.engine.sql.SqlState;

/// Failures of the database that pass by themselves: the same transaction may well succeed the next time.
final class Passing {

    // Dropped connections, serialization and deadlocks, no room, a wait for a lock, a time limit, a server that goes or comes.
    private static final String[] STATES = {"08", "40", "53", "55P03", "57"};

    private Passing() {}

    static boolean is(Throwable failure) {
        return SqlState.of(failure).map(state -> Stream.of(STATES).anyMatch(state::startsWith))
                .orElse(failure instanceof TimeoutException || failure instanceof IOException);
    }
}
