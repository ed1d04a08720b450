package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one connection has written since its transaction began.
final class PgTransaction {

    private static final char IDLE = 'I';

    private final StatementNames names;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final Set<String> written = new LinkedHashSet<>();

    PgTransaction(StatementNames names) {
        this.names = names;
    }

    /// Takes what a client sends up to the next answer; answers what it commits, if it commits what it has written.
    ///
    /// @param status of the connection before, as Postgres reported it: `I` outside of a transaction
    Optional<String> commits(List<PgMessage> request, char status) {
        boolean ends = false;
        for (var sql : executed(request)) {
            var verb = sql.strip().toLowerCase(Locale.ROOT).replace(";", "");
            if (verb.startsWith("begin") || verb.startsWith("rollback")) {
                written.clear();
                return Optional.empty();
            }
            ends |= verb.equals("commit") || status == IDLE;
            names.ofWriting(sql).ifPresent(written::add);
        }
        if (!ends) {
            return Optional.empty();
        }
        var what = String.join(" + ", written);
        written.clear();
        return Optional.of(what).filter(named -> !named.isEmpty());
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
