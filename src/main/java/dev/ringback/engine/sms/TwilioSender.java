package dev.ringback.engine.sms;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import dev.ringback.engine.time.Clock;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Text messages through Twilio, <https://www.twilio.com/docs/messaging/api/message-resource>.
@ApplicationScoped
class TwilioSender implements ProviderSender, Dialect {

    // Unknown region, trial account, number that isn't ours or can't text: repaired in Twilio's console, not in the message.
    // <https://www.twilio.com/docs/api/errors>
    private static final Set<String> SETTINGS = Set.of("21212", "21408", "21603", "21606", "21608", "21659", "21660", "21661", "21701",
            "21703", "21704", "21705");
    private static final String QUEUE_FULL = "21611";
    private static final String MESSAGING_SERVICE = "MG[0-9a-fA-F]{32}";

    private final ProviderHttp http;
    private final SmsConfig.Twilio config;
    private final Callbacks callbacks;
    private final Clock clock;

    TwilioSender(ProviderHttp http, SmsConfig config, Callbacks callbacks, Clock clock) {
        this.http = http;
        this.config = config.twilio();
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        var account = Account.of(message.identity(), config.accountSid(), config.authToken());
        return switch (message.content()) {
            case Content.Text _ when account.isEmpty() -> Deliveries.noKey(this);
            case Content.Text text ->
                    http.postForm(call(account.get()), form(message, text)).map(answer -> Deliveries.of(answer, this, clock.instant()));
            case Content.Mail _,Content.ApprovedTemplate _,Content.Call _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private ProviderCall call(Account account) {
        var basic = Base64.getEncoder().encodeToString("%s:%s".formatted(account.id(), account.key()).getBytes(UTF_8));
        return ProviderCall.of(config.baseUrl(), "/2010-04-01/Accounts/%s/Messages.json".formatted(account.id()),
                Map.of("authorization", "Basic " + basic), config.timeout());
    }

    private List<Map.Entry<String, String>> form(Outgoing message, Content.Text text) {
        var from = message.identity().address();
        var form = new ArrayList<Map.Entry<String, String>>();
        form.add(Map.entry("To", message.to()));
        form.add(Map.entry(from.matches(MESSAGING_SERVICE) ? "MessagingServiceSid" : "From", from));
        form.add(Map.entry("Body", text.text()));
        text.media().forEach(media -> form.add(Map.entry("MediaUrl", media.toString())));
        callbacks.of(provider(), message.id()).ifPresent(report -> form.add(Map.entry("StatusCallback", report.toString())));
        return form;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.text("sid");
    }

    @Override
    public Optional<Cost> cost(Answered answer) {
        return answer.text("price").flatMap(price -> Cost.of(price, answer.text("price_unit").orElse("")));
    }

    @Override
    public Optional<String> errorCode(Answered answer) {
        return answer.text("code").filter(code -> code.matches("\\d{1,6}"));
    }

    @Override
    public Fault fault(int status, String code) {
        if (code.equals(QUEUE_FULL)) {
            return Fault.BUSY;
        }
        return status == 400 && !SETTINGS.contains(code) ? Fault.MESSAGE : Fault.SETTING;
    }
}
