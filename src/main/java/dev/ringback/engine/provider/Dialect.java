package dev.ringback.engine.provider;

import java.util.Optional;

import dev.ringback.engine.channel.Cost;

/// How one provider says yes and no.
public interface Dialect {

    /// As in `engine.message.provider`.
    String provider();

    /// The provider's id of a message that it took.
    Optional<String> acceptedId(ProviderAnswer.Answered answer);

    /// What it takes for it, where the answer says so.
    default Optional<Cost> cost(ProviderAnswer.Answered answer) {
        return Optional.empty();
    }

    /// The provider's own code of an error.
    Optional<String> errorCode(ProviderAnswer.Answered answer);

    /// Whose fault an answer of the 4xx kind is.
    ///
    /// @param code empty where the answer has none
    Fault fault(int status, String code);

    enum Fault {
        /// Sent again, it is refused again.
        MESSAGE,
        /// Ours or the account's: keys, numbers, money. Whoever repairs it wants the message sent then.
        SETTING,
        /// Not now.
        BUSY,
        /// The provider can't say whether it has it.
        UNKNOWN
    }
}
