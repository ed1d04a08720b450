package dev.ringback.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/// Mail is kept instead of sent, as in development mode.
public final class KeptMail implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("ringback.channel.email.adapter", "outbox");
    }
}
