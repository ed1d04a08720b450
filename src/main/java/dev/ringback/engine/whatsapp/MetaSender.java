package dev.ringback.engine.whatsapp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

/// WhatsApp through Meta's Cloud API.
@ApplicationScoped
class MetaSender implements ProviderSender, Dialect {

    // <https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes>
    private static final Set<String> MESSAGE = Set.of("100", "131008", "131009", "131021", "131026", "131047", "131050", "131051", "131052", "131053",
            "132000", "132005", "132007", "132012", "132016", "132018", "132068", "132069", "135000");
    private static final Set<String> BUSY = Set.of("2", "4", "80007", "130429", "131016", "131048", "131049", "131056", "131057");
    private static final Set<String> UNKNOWN = Set.of("1", "131000");

    private final ProviderHttp http;
    private final WhatsAppConfig.Meta config;
    private final Clock clock;

    MetaSender(ProviderHttp http, WhatsAppConfig config, Clock clock) {
        this.http = http;
        this.config = config.meta();
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "meta";
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        return switch (message.content()) {
            case Content.ApprovedTemplate template -> send(message, WhatsAppBody.of(template));
            case Content.Text text -> WhatsAppBody.of(text).map(body -> send(message, body)).orElseGet(Deliveries::unsupported);
            case Content.Mail _,Content.Call _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private Uni<Delivery> send(Outgoing message, Map<String, Object> content) {
        var account = Account.of(message.identity(), config.phoneNumberId(), config.accessToken());
        return account.isEmpty()
                ? Deliveries.noKey(this)
                : http.post(call(account.get()), body(message, content)).map(answer -> Deliveries.of(answer, this, clock.instant()));
    }

    private ProviderCall call(Account account) {
        return ProviderCall.of(config.baseUrl(), "/%s/messages".formatted(account.id()), Map.of("authorization", "Bearer " + account.key()),
                config.timeout());
    }

    private static Map<String, Object> body(Outgoing message, Map<String, Object> content) {
        var body = new HashMap<>(content);
        body.putAll(Map.of("messaging_product", "whatsapp", "recipient_type", "individual", "to", message.to(),
                "biz_opaque_callback_data", message.id().toString()));
        return body;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.text("messages.0.id");
    }

    @Override
    public Optional<String> errorCode(Answered answer) {
        return answer.text("error.code").filter(code -> code.matches("\\d{1,8}"));
    }

    // What is not listed is the account's: tokens, permissions, payment, numbers, templates that rest.
    @Override
    public Fault fault(int status, String code) {
        if (BUSY.contains(code)) {
            return Fault.BUSY;
        }
        if (UNKNOWN.contains(code)) {
            return Fault.UNKNOWN;
        }
        return MESSAGE.contains(code) ? Fault.MESSAGE : Fault.SETTING;
    }
}
