package dev.ringback.growth.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.session.SessionRepository.Account;

import at.favre.lib.crypto.bcrypt.BCrypt;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Signs clients in and out.
@ApplicationScoped
class SignClientIn {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    // bcrypt reads no further.
    private static final int MOST_PASSWORD_BYTES = 72;
    // No password that anybody knows, so that an unknown address takes as long as a wrong password.
    private static final String NOBODYS_HASH = "$2a$%02d$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final Database database;
    private final SessionRepository sessions;
    private final Audit audit;
    private final SessionConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignClientIn(Database database, SessionRepository sessions, Audit audit, SessionConfig config, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    Uni<ClientSession> signIn(SignIn attempt) {
        var email = attempt.email().strip().toLowerCase(Locale.ROOT);
        var emailHash = Digests.hex(Digests.sha256(email));
        var now = clock.instant();
        return database.asService(tx -> sessions.countFailures(tx, emailHash, now.minus(config.failuresWithin()))
                .invoke(this::refuseGuessing)
                .chain(() -> sessions.findAccount(tx, email)))
                .chain(account -> isRight(account, attempt.password())
                        .chain(right -> right ? open(account.orElseThrow(), now) : refuse(emailHash, now)));
    }

    /// @param headers where a token may stand; null for what is not there
    Uni<SignedOut> signOut(Stream<String> headers) {
        var digests = headers.filter(header -> header != null).map(header -> header.replaceFirst("(?i)^bearer +", "").strip())
                .filter(ApiKey::looksLike).map(token -> new ApiKey(token).digest()).toList();
        return database.asService(tx -> sessions.end(tx, digests, clock.instant())).map(ended -> new SignedOut(ended > 0));
    }

    private void refuseGuessing(long failures) {
        if (failures >= config.mostFailures()) {
            throw new Problem(TOO_MANY, "TOO_MANY_ATTEMPTS", "Too many attempts for this address; try again later");
        }
    }

    // bcrypt takes its time on purpose, so it doesn't take an event loop's.
    private Uni<Boolean> isRight(Optional<Account> account, String password) {
        var hash = account.map(Account::passwordHash).filter(kept -> !kept.equals("!"));
        var checked = hash.orElseGet(() -> NOBODYS_HASH.formatted(config.bcryptCost()));
        if (password.getBytes(UTF_8).length > MOST_PASSWORD_BYTES) {
            return Uni.createFrom().item(false);
        }
        return Uni.createFrom().item(() -> BCrypt.verifyer().verify(password.toCharArray(), checked).verified && hash.isPresent())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<ClientSession> open(Account account, Instant now) {
        var token = ApiKey.random(random);
        var until = now.plus(config.lasts());
        return database.asService(tx -> audit.sign(tx).chain(() -> sessions.open(tx, account, token, now, until)))
                .replaceWith(new ClientSession(account.clientId(), account.businessName(), token.plain(), until));
    }

    private Uni<ClientSession> refuse(String emailHash, Instant now) {
        return database.asService(tx -> sessions.recordFailure(tx, emailHash, now)).chain(() -> Uni.createFrom()
                .failure(() -> new Problem(UNAUTHORIZED, "INVALID_CREDENTIALS", "Address or password is wrong")));
    }
}
