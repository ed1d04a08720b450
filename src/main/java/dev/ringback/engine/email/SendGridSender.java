package dev.ringback.engine.email;

import java.util.ArrayList;
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
import dev.ringback.engine.provider.Account;
import dev.ringback.engine.provider.Deliveries;
import dev.ringback.engine.provider.Dialect;
import dev.ringback.engine.provider.ProviderAnswer.Answered;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;
import dev.ringback.engine.time.Clock;

/// Mail through SendGrid, <https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send>. It takes no idempotency key, and
/// its activity feed lags, so that a mail missing there may still be on its way.
@ApplicationScoped
class SendGridSender implements ProviderSender, Dialect {

    // Ours are in the mail already; rewritten once more, signed links would no longer be ours.
    private static final Map<String, Object> NO_TRACKING = Map.of("click_tracking", Map.of("enable", false),
            "open_tracking", Map.of("enable", false), "subscription_tracking", Map.of("enable", false));

    private final ProviderHttp http;
    private final EmailConfig.SendGrid config;
    private final Clock clock;

    SendGridSender(ProviderHttp http, EmailConfig config, Clock clock) {
        this.http = http;
        this.config = config.sendgrid();
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "sendgrid";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        var account = Account.of(message.identity(), config.apiKey());
        return switch (message.content()) {
            case Content.Mail _ when account.isEmpty() -> Deliveries.noKey(this);
            case Content.Mail mail -> http.post(call(account.get()), body(message, mail)).map(answer -> Deliveries.of(answer, this, clock.instant()));
            case Content.Text _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private ProviderCall call(Account account) {
        return ProviderCall.of(config.baseUrl(), "/v3/mail/send", Map.of("authorization", "Bearer " + account.key()), config.timeout());
    }

    // The argument comes back in each event.
    private static Map<String, Object> body(Outgoing message, Content.Mail mail) {
        var headers = new HashMap<String, Object>(mail.headers());
        var replyTo = headers.remove("Reply-To");
        headers.put("Message-ID", "<%s>".formatted(message.reference()));
        headers.put("Auto-Submitted", "auto-generated");
        var to = Map.of("to", List.of(Map.of("email", message.to())), "custom_args", Map.of("message", message.id().toString()));
        var from = Map.of("email", message.identity().address(), "name", Mailbox.name(message.identity()));
        var body = new HashMap<String, Object>(Map.of("personalizations", List.of(to), "from", from, "subject", mail.subject(), "content",
                content(mail), "headers", headers, "tracking_settings", NO_TRACKING));
        if (replyTo != null) {
            body.put("reply_to", Map.of("email", replyTo));
        }
        return body;
    }

    // Plain text must come first.
    private static List<Map<String, String>> content(Content.Mail mail) {
        var content = new ArrayList<>(List.of(Map.of("type", "text/plain", "value", mail.text())));
        if (mail.html() != null) {
            content.add(Map.of("type", "text/html", "value", mail.html()));
        }
        return content;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.header("x-message-id");
    }

    // SendGrid has no codes; the field that it complains of is the next best.
    @Override
    public Optional<String> errorCode(Answered answer) {
        return answer.text("errors.0.field").filter(field -> field.matches("[a-z_]{1,40}([.0-9\\[\\]a-z_]{0,60})?"));
    }

    @Override
    public Fault fault(int status, String code) {
        return (status == 400 || status == 413) && !code.startsWith("from") ? Fault.MESSAGE : Fault.SETTING;
    }
}
