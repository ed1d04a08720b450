package dev.ringback.engine.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import dev.ringback.engine.signature.HookCall;
import dev.ringback.engine.signature.MailgunSignature;
import dev.ringback.engine.signature.MetaSignature;
import dev.ringback.engine.signature.SendGridSignature;
import dev.ringback.engine.signature.SharedSecret;
import dev.ringback.engine.signature.Signature;
import dev.ringback.engine.signature.StandardSignature;
import dev.ringback.engine.signature.TelnyxSignature;
import dev.ringback.engine.signature.TimedSignature;
import dev.ringback.engine.signature.TwilioSignature;

/// Which provider proves itself how. A key that is none stops the start: found later, it would be the provider's events that are
/// refused.
@Startup
@ApplicationScoped
class Hooks {

    private final Map<String, Hook> byProvider;

    Hooks(HookConfig config) {
        this.byProvider = Stream.of(
                new Hook("resend", new StandardSignature("svix", keys(config.resend())), EventIds::ofSvix),
                new Hook("sendgrid", sendGrid(config.sendgrid()), EventIds::ofBody),
                new Hook("mailgun", new MailgunSignature(keys(config.mailgun())), EventIds::ofToken),
                new Hook("postmark", new SharedSecret(keys(config.postmark())), EventIds::ofBody),
                new Hook("twilio", new TwilioSignature(keys(config.twilio())), EventIds::ofTwilio),
                new Hook("telnyx", new TelnyxSignature(keys(config.telnyx())), call -> EventIds.ofJson("data.id", call)),
                new Hook("meta-whatsapp", new MetaSignature(list(config.metaWhatsapp().secrets())), EventIds::ofBody),
                new Hook("voice-agent", TimedSignature.voiceAgent(keys(config.voiceAgent())), EventIds::ofBody),
                new Hook("stripe", TimedSignature.stripe(keys(config.stripe())), call -> EventIds.ofJson("id", call)))
                .collect(Collectors.toUnmodifiableMap(Hook::provider, Function.identity()));
    }

    Hook of(String provider) {
        return byProvider.get(provider);
    }

    // Inbound parse is signed by the same scheme, or not at all: then by what stands in its address. Events are always signed.
    private static Signature sendGrid(HookConfig.SendGrid config) {
        var signed = new SendGridSignature(list(config.secrets()));
        var shared = new SharedSecret(list(config.inboundSecrets()));
        return (call, now) -> signed.verifies(call, now) || isInbound(call) && shared.verifies(call, now);
    }

    private static boolean isInbound(HookCall call) {
        return call.contentType().startsWith("multipart/form-data");
    }

    private static List<String> keys(HookConfig.Keys config) {
        return list(config.secrets());
    }

    private static List<String> list(Optional<List<String>> setting) {
        return setting.orElse(List.of());
    }
}
