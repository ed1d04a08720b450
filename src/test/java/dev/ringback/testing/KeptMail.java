package dev.ringback.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/// Mail is kept instead of sent, as in development mode; in larger groups, since none of them waits for a provider.
public final class KeptMail implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("ringback.channel.email.adapter", "outbox", "ringback.send.batch", "50", "ringback.send.concurrency", "50");
    }
}
