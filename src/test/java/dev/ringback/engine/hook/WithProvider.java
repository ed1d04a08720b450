package dev.ringback.engine.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import dev.ringback.testing.FakeProvider;

/// A provider's API stands beside the application, on a port that was chosen before it started.
public final class WithProvider implements QuarkusTestProfile {

    private static final String PORT = "ringback.test.provider-port";

    @Override
    public Map<String, String> getConfigOverrides() {
        var url = "http://127.0.0.1:" + freePort();
        return Map.of("ringback.channel.voice.telnyx.base-url", url, "ringback.channel.voice.telnyx.api-key", "KEYown",
                "ringback.channel.voice.telnyx.connection-id", "conn-1", "ringback.channel.voice.telnyx.assistant-id", "assistant-1",
                "ringback.channel.email.resend.base-url", url, "ringback.channel.email.resend.api-key", "re_own",
                "ringback.links.reply-domain", "in.maple.example");
    }

    static FakeProvider open() throws IOException {
        return new FakeProvider(Integer.getInteger(PORT));
    }

    // Asked for more than once, it is the same.
    private static String freePort() {
        if (System.getProperty(PORT) != null) {
            return System.getProperty(PORT);
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            return System.getProperty(PORT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
