package dev.ringback.fuzz;

import java.time.Instant;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;

/// Signatures of any form over anything: what we signed verifies, and nothing else does.
public final class SignatureFuzzer {

    private static final String SECRET = "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=";
    private static final String OTHER = "whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldA==";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final int LONGEST = 200;

    private SignatureFuzzer() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var id = data.consumeString(LONGEST);
        var timestamp = data.consumeBoolean() ? Long.toString(NOW.getEpochSecond() + data.consumeInt(-400, 400)) : data.consumeString(LONGEST);
        var given = data.consumeString(LONGEST);
        var body = data.consumeRemainingAsBytes();
        require(!verifies(new Signed(id, timestamp, given, body), List.of(OTHER)), "nobody signed this");
        var genuine = StandardWebhooks.sign(id, timestamp, body, SECRET);
        var accepted = verifies(new Signed(id, timestamp, genuine, body), List.of(SECRET));
        require(accepted == (recent(timestamp) && !id.isBlank()), "a genuine signature is taken while it is fresh");
        require(!verifies(new Signed(id, timestamp, genuine, body), List.of(OTHER)), "another's signature is not");
        require(!verifies(new Signed(id + "x", timestamp, genuine, body), List.of(SECRET)), "the id is signed");
    }

    private static boolean verifies(Signed signed, List<String> secrets) {
        return StandardWebhooks.verify(signed, secrets, NOW);
    }

    private static boolean recent(String timestamp) {
        return timestamp.matches("\\d{1,12}") && Math.abs(Long.parseLong(timestamp) - NOW.getEpochSecond()) <= 300;
    }

    private static void require(boolean holds, String otherwise) {
        MailFuzzer.require(holds, otherwise);
    }
}
