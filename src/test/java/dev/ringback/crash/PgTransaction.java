package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What one connection has written since its transaction began.
final class PgTransaction {

    private static final char IDLE = 'I';

    private final StatementNames names;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    PgTransaction(StatementNames names) {
        this.names = names;
    }

    /// Takes what a client sends up to the next answer; answers which statements' work it commits.
    ///
    /// @param status of the connection before, as Postgres reported it: `I` outside of a transaction
    Set<String> commits(List<PgMessage> request, char status) {
        boolean ends = false;
        for (var sql : executed(request)) {
            var verb = sql.strip().toLowerCase(Locale.ROOT).replace(";", "");
            if (verb.startsWith("begin") || verb.startsWith("rollback")) {
                written.clear();
                return Set.of();
            }
            ends |= verb.equals("commit") || status == IDLE;
            names.ofWriting(sql).ifPresent(written::add);
        }
        if (!ends) {
            return Set.of();
        }
        var committed = Set.copyOf(written);
        written.clear();
        return committed;
    }

    private List<String> executed(List<PgMessage> request) {
        var executed = new ArrayList<String>();
        for (var message : request) {
            switch (message.type()) {
                case 'P' -> statements.put(message.text(0), message.text(1));
                case 'B' -> portals.put(message.text(0), statements.getOrDefault(message.text(1), ""));
                case 'E' -> executed.add(portals.getOrDefault(message.text(0), ""));
                case 'Q' -> executed.add(message.text(0));
                default -> {}
            }
        }
        return executed;
    }
}
