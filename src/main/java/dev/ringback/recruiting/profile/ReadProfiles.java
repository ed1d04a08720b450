package dev.ringback.recruiting.profile;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// A recruiter looks at a candidate.
@ApplicationScoped
class ReadProfiles {

    private final Database database;
    private final ProfileRepository profiles;

    ReadProfiles(Database database, ProfileRepository profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    /// The session that the number talks in now: the newest active one, else the newest.
    Uni<Profile> byPhone(Caller caller, String text) {
        var phone = PhoneNumber.parse(text).orElseThrow(() -> Problem.invalid("phone_number", "is no number with its country code"));
        return database.as(caller.runAs(), tx -> profiles.listSessions(tx, phone.value())
                .chain(sessions -> sessions.isEmpty() ? Uni.createFrom().failure(Problem.notFound("session", "of " + phone))
                        : profile(tx, sessions.getFirst(), sessions)));
    }

    Uni<Profile> bySession(Caller caller, String sessionId) {
        return database.as(caller.runAs(), tx -> profile(tx, sessionId, List.of(sessionId)));
    }

    /// @param status null for all
    Uni<Page<ListedSession>> list(Caller caller, String campaign, String status, String cursor, int limit) {
        var before = SessionCursor.parse(cursor);
        return database.as(caller.runAs(), tx -> profiles.list(tx, campaign, status, before, limit + 1)).map(rows -> SessionCursor.page(rows, limit));
    }

    private Uni<Profile> profile(Tx tx, String sessionId, List<String> sessions) {
        return profiles.find(tx, sessionId).map(found -> found.orElseThrow(() -> Problem.notFound("session", sessionId)))
                .chain(session -> profiles.listMessages(tx, sessionId)
                        .chain(messages -> profiles.listCalls(tx, sessionId)
                                .chain(calls -> profiles.listChanges(tx, sessionId)
                                        .map(changes -> new Profile(session, messages, calls, changes, sessions)))));
    }
}
