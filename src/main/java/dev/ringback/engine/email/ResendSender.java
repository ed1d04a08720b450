package dev.ringback.engine.email;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.ProviderSender;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.provider.Account;
import dev.ringback.engine.provider.Deliveries;
import dev.ringback.engine.provider.Dialect;
import dev.ringback.engine.provider.ProviderAnswer.Answered;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;
import dev.ringback.engine.time.Clock;

/// Mail through Resend, <https://resend.com/docs/api-reference/emails/send-email>. It keeps an idempotency key for 24 hours.
@ApplicationScoped
class ResendSender implements ProviderSender, Dialect {

    private static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final ProviderHttp http;
    private final EmailConfig.Resend config;
    private final Clock clock;

    ResendSender(ProviderHttp http, EmailConfig config, Clock clock) {
        this.http = http;
        this.config = config.resend();
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "resend";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Recovery recovery() {
        return Recovery.SAME_KEY;
    }

    @Override
    public Optional<Duration> keyLifetime() {
        return Optional.of(KEYS_KEPT);
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        var account = Account.of(message.identity(), config.apiKey());
        return switch (message.content()) {
            case Content.Mail _ when account.isEmpty() -> Deliveries.noKey(this);
            case Content.Mail mail ->
                    http.post(call(message, account.get()), body(message, mail)).map(answer -> Deliveries.of(answer, this, clock.instant()));
            case Content.Text _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private ProviderCall call(Outgoing message, Account account) {
        return ProviderCall.of(config.baseUrl(), "/emails",
                Map.of("authorization", "Bearer " + account.key(), "idempotency-key", message.id().toString()), config.timeout());
    }

    // The tag comes back in each report, also in those that outrun our own record of Resend's id.
    private static Map<String, Object> body(Outgoing message, Content.Mail mail) {
        var headers = new HashMap<String, Object>(mail.headers());
        headers.put("Auto-Submitted", "auto-generated");
        var replyTo = headers.remove("Reply-To");
        var body = new HashMap<String, Object>(Map.of("from", Mailbox.of(message.identity()), "to", List.of(message.to()),
                "subject", mail.subject(), "text", mail.text(), "headers", headers,
                "tags", List.of(Map.of("name", "message", "value", message.id().toString()))));
        if (mail.html() != null) {
            body.put("html", mail.html());
        }
        if (replyTo != null) {
            body.put("reply_to", replyTo);
        }
        return body;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.text("id");
    }

    @Override
    public Optional<String> errorCode(Answered answer) {
        return answer.text("name").filter(name -> name.matches("[a-z_]{1,60}"));
    }

    // The key was used with other content: an earlier attempt was taken, or is being taken.
    @Override
    public Fault fault(int status, String code) {
        return switch (code) {
            case "concurrent_idempotent_requests" -> Fault.BUSY;
            case "invalid_idempotent_request" -> Fault.UNKNOWN;
            case "invalid_from_address", "invalid_access", "invalid_region" -> Fault.SETTING;
            default -> status == 400 || status == 422 ? Fault.MESSAGE : Fault.SETTING;
        };
    }
}
