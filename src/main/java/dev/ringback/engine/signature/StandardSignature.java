package dev.ringback.engine.signature;

import java.time.Instant;
import java.util.List;

import dev.ringback.engine.inbox.StandardWebhooks;

/// Standard Webhooks, by whichever name the three headers go: `webhook-…`, or Svix's `svix-…` that Resend uses.
public record StandardSignature(String prefix, List<String> secrets) implements Signature {

    public StandardSignature {
        secrets = StandardWebhooks.secrets(secrets);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return call.header(prefix + "-id").flatMap(id -> call.header(prefix + "-timestamp").flatMap(at -> call.header(prefix + "-signature")
                .map(signature -> new StandardWebhooks.Signed(id, at, signature, call.body()))))
                .filter(signed -> StandardWebhooks.verify(signed, secrets, now)).isPresent();
    }
}
