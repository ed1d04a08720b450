package dev.ringback.engine.sms;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Cost;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.ProviderSender;
import dev.ringback.engine.provider.Account;
import dev.ringback.engine.provider.Callbacks;
import dev.ringback.engine.provider.Deliveries;
import dev.ringback.engine.provider.Dialect;
import dev.ringback.engine.provider.ProviderAnswer.Answered;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;
import dev.ringback.engine.provider.TelnyxErrors;
import dev.ringback.engine.time.Clock;

/// Text messages through Telnyx, <https://developers.telnyx.com/docs/messaging/messages/send-message>.
@ApplicationScoped
class TelnyxSender implements ProviderSender, Dialect {

    private final ProviderHttp http;
    private final SmsConfig.Telnyx config;
    private final Callbacks callbacks;
    private final Clock clock;

    TelnyxSender(ProviderHttp http, SmsConfig config, Callbacks callbacks, Clock clock) {
        this.http = http;
        this.config = config.telnyx();
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "telnyx";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        var account = Account.of(message.identity(), config.apiKey());
        return switch (message.content()) {
            case Content.Text _ when account.isEmpty() -> Deliveries.noKey(this);
            case Content.Text text -> http.post(call(account.get()), body(message, text)).map(answer -> Deliveries.of(answer, this, clock.instant()));
            case Content.Mail _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private ProviderCall call(Account account) {
        return ProviderCall.of(config.baseUrl(), "/v2/messages", Map.of("authorization", "Bearer " + account.key()), config.timeout());
    }

    private Map<String, Object> body(Outgoing message, Content.Text text) {
        var body = new HashMap<String, Object>(Map.of("from", message.identity().address(), "to", message.to(), "text", text.text()));
        Optional.ofNullable(message.identity().account()).ifPresent(profile -> body.put("messaging_profile_id", profile));
        if (!text.media().isEmpty()) {
            body.put("media_urls", text.media().stream().map(URI::toString).toList());
        }
        callbacks.of(provider(), message.id()).ifPresent(report -> body.put("webhook_url", report.toString()));
        return body;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.text("data.id");
    }

    @Override
    public Optional<Cost> cost(Answered answer) {
        return answer.text("data.cost.amount").flatMap(amount -> Cost.of(amount, answer.text("data.cost.currency").orElse("")));
    }

    @Override
    public Optional<String> errorCode(Answered answer) {
        return TelnyxErrors.code(answer);
    }

    @Override
    public Fault fault(int status, String code) {
        return TelnyxErrors.fault(status, code);
    }
}
