package dev.ringback.engine.webhook;

import dev.ringback.engine.net.PublicAnswer;
import dev.ringback.engine.work.Outcome;

/// What a server's answer to an event means.
final class WebhookPolicy {

    private static final int GONE = 410;

    private WebhookPolicy() {}

    static Outcome decide(PublicAnswer answer) {
        return switch (answer) {
            case PublicAnswer.Forbidden(var reason) -> new Outcome.Cancelled("webhook_" + reason);
            case PublicAnswer.Unreached(var reason) -> new Outcome.Failed("webhook_" + reason);
            case PublicAnswer.Answered(var raw) when raw.status() / 100 == 2 -> new Outcome.Done();
            case PublicAnswer.Answered(var raw) when raw.status() == GONE -> new Outcome.Cancelled("webhook_gone");
            case PublicAnswer.Answered(var raw) -> new Outcome.Failed("webhook_%d".formatted(raw.status()));
        };
    }
}
