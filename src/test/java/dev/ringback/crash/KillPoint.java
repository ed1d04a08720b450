package dev.ringback.crash;

import java.util.Locale;

/// A moment at which a process may be killed.
///
/// @param what a statement that the transaction has written with, or the provider's channel and name
record KillPoint(String what, Moment moment) {

    enum Moment {
        /// Postgres was not told to commit.
        BEFORE_COMMIT,
        /// Postgres has committed, the process has not heard of it.
        AFTER_COMMIT,
        /// The provider has the request and has done nothing yet.
        BEFORE_IT_REMEMBERS,
        /// The provider has taken the message and has not answered.
        AFTER_IT_REMEMBERED,
        /// The answer has left.
        AFTER_IT_ANSWERED
    }

    static KillPoint before(String statement) {
        return new KillPoint(statement, Moment.BEFORE_COMMIT);
    }

    static KillPoint after(String statement) {
        return new KillPoint(statement, Moment.AFTER_COMMIT);
    }

    @Override
    public String toString() {
        return "%s %s".formatted(moment.name().toLowerCase(Locale.ROOT).replace('_', ' '), what);
    }
}
