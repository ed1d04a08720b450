package dev.ringback.engine.provider;

import java.time.Duration;
import java.time.Instant;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.UnclearAnswer;
import dev.ringback.engine.provider.ProviderAnswer.Answered;

/// Reads a provider's answer to a submission.
public final class Deliveries {

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private Deliveries() {}

    /// Of content that the adapter's channel does not take.
    public static Uni<Delivery> unsupported() {
        return Uni.createFrom().item(new Delivery.Refused("content_unsupported", true));
    }

    /// Where neither tenant nor installation has an account.
    public static Uni<Delivery> noKey(Dialect dialect) {
        return Uni.createFrom().item(new Delivery.Refused("%s_no_key".formatted(dialect.provider()), false));
    }

    /// @throws IllegalStateException when the answer leaves open whether the message was taken
    public static Delivery of(ProviderAnswer answer, Dialect dialect, Instant now) {
        return switch (answer) {
            case ProviderAnswer.Unreached(var reason) -> new Delivery.Unreached("%s_%s".formatted(dialect.provider(), reason));
            case Answered answered -> of(answered, dialect, now);
        };
    }

    private static Delivery of(Answered answer, Dialect dialect, Instant now) {
        if (answer.status() == TIMED_OUT || answer.status() == TOO_MANY || answer.status() == UNAVAILABLE) {
            return later(answer, now);
        }
        return switch (answer.status() / 100) {
            case 2 -> dialect.acceptedId(answer).<Delivery>map(id -> new Delivery.Accepted(id, dialect.cost(answer).orElse(null)))
                    .orElseThrow(() -> new UnclearAnswer(unclear(answer, dialect)));
            case 3, 4 -> refused(answer, dialect, now);
            default -> throw new IllegalStateException(unclear(answer, dialect));
        };
    }

    private static Delivery refused(Answered answer, Dialect dialect, Instant now) {
        var code = dialect.errorCode(answer).orElse("");
        var reason = "%s_%s".formatted(dialect.provider(), code.isEmpty() ? answer.status() : code);
        return switch (dialect.fault(answer.status(), code)) {
            case MESSAGE -> new Delivery.Refused(reason, true);
            case SETTING -> new Delivery.Refused(reason, false);
            case BUSY -> later(answer, now);
            case UNKNOWN -> throw new UnclearAnswer(unclear(answer, dialect));
        };
    }

    private static Delivery later(Answered answer, Instant now) {
        return new Delivery.RetryAfter(answer.header("retry-after").flatMap(value -> RetryAfter.parse(value, now)).orElse(now.plus(USUAL_WAIT)));
    }

    private static String unclear(Answered answer, Dialect dialect) {
        return "%s answered %d, which leaves open whether it took the message".formatted(dialect.provider(), answer.status());
    }
}
