package dev.ringback.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

import dev.ringback.engine.signature.Form;
import dev.ringback.engine.signature.HookCall;
import dev.ringback.engine.signature.MetaSignature;
import dev.ringback.engine.signature.SendGridSignature;
import dev.ringback.engine.signature.SharedSecret;
import dev.ringback.engine.signature.Signature;
import dev.ringback.engine.signature.StandardSignature;
import dev.ringback.engine.signature.TelnyxSignature;
import dev.ringback.engine.signature.TimedSignature;
import dev.ringback.engine.signature.TwilioSignature;

/// Calls of any headers and any body: nobody signed them, so no provider's scheme takes them, and none breaks.
public final class HookFuzzer {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String EC_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECwk3/SNmABOnuxaQvhr7KAK9IVxiQI6PgW2N5eh4j0wXcPAjP/8NKkiEERFZfIQKSt/V7spPKSkHRxKpaC51kw==";
    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST = 300;

    private static final Map<String, Signature> SCHEMES = Map.of(
            "svix", new StandardSignature("svix", List.of("whsec_bG9jYWwtb25seS1yZXNlbmQtaG9vaw==")),
            "sendgrid", new SendGridSignature(List.of(EC_KEY)),
            "postmark", new SharedSecret(List.of("postmark:a-password-that-nobody-guesses")),
            "twilio", new TwilioSignature(List.of("a-token-that-nobody-guesses")),
            "telnyx", new TelnyxSignature(List.of("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")),
            "meta", new MetaSignature(List.of("a-secret-that-nobody-guesses")),
            "voice-agent", TimedSignature.voiceAgent(List.of("a-secret-that-nobody-guesses")),
            "stripe", TimedSignature.stripe(List.of("whsec_a-secret-that-nobody-guesses")));
    private static final List<String> NAMES = SCHEMES.keySet().stream().sorted().toList();
    private static final List<String> HEADERS = List.of("svix-id", "svix-timestamp", "svix-signature", "x-twilio-email-event-webhook-timestamp",
            "x-twilio-email-event-webhook-signature", "authorization", "x-twilio-signature", "telnyx-timestamp", "telnyx-signature-ed25519",
            "x-hub-signature-256", "elevenlabs-signature", "stripe-signature", "content-type");

    private HookFuzzer() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var scheme = data.pickValue(NAMES);
        var call = new HookCall("https://ringback.example/hooks/" + data.consumeString(LONGEST), headers(data), data.consumeRemainingAsBytes());
        MailFuzzer.require(!SCHEMES.get(scheme).verifies(call, NOW), "nobody signed this for " + scheme);
        MailFuzzer.require(Form.of(call).fields().size() <= MOST_FIELDS, "a form has too many fields");
        MailFuzzer.require(Form.ofQuery(call.query()).fields().size() <= MOST_FIELDS, "a query has too many fields");
    }

    private static Map<String, List<String>> headers(FuzzedDataProvider data) {
        var headers = new HashMap<String, List<String>>();
        IntStream.range(0, data.consumeInt(0, 4)).forEach(_ -> headers
                .computeIfAbsent(data.pickValue(HEADERS), _ -> new ArrayList<>()).add(value(data)));
        return headers;
    }

    // What the schemes look for comes first, or hardly an input would get beyond it.
    private static String value(FuzzedDataProvider data) {
        var begin = data.pickValue(List.of("", "v1,", "t=1767607200,v1=", "t=1767607200,v0=", "sha256=", "Basic ", "1767607200",
                "application/x-www-form-urlencoded", "multipart/form-data; boundary="));
        return begin + data.consumeString(LONGEST);
    }
}
