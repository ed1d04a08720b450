package dev.ringback.growth.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class SessionRepository {

    private final Statements sql = Statements.of(SessionRepository.class);

    /// @param passwordHash bcrypt, or `!` where no password opens it
    record Account(UUID clientId, String businessName, String passwordHash) {}

    Uni<Optional<Account>> findAccount(Tx tx, String email) {
        return tx.first(query("find_account").bind("email", email),
                row -> new Account(row.getUUID("client_id"), row.getString("business_name"), row.getString("password_hash")));
    }

    Uni<Long> countFailures(Tx tx, String emailHash, Instant since) {
        return tx.one(query("count_failures").bind("email_hash", emailHash).bind("since", since), row -> row.getLong("failures"));
    }

    Uni<Integer> recordFailure(Tx tx, String emailHash, Instant now) {
        return tx.run(query("record_failure").bind("email_hash", emailHash).bind("now", now));
    }

    Uni<Integer> open(Tx tx, Account account, ApiKey token, Instant now, Instant until) {
        return tx.run(query("open").bind("client", account.clientId()).bind("digest", token.digest()).bind("prefix", token.toString())
                .bind("now", now).bind("until", until));
    }

    Uni<Integer> end(Tx tx, List<String> digests, Instant now) {
        return tx.run(query("end").bindAll("digests", digests, String[]::new).bind("now", now));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }
}
