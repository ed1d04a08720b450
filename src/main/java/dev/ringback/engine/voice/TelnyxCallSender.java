package dev.ringback.engine.voice;

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
import dev.ringback.engine.provider.Callbacks;
import dev.ringback.engine.provider.Deliveries;
import dev.ringback.engine.provider.Dialect;
import dev.ringback.engine.provider.ProviderAnswer.Answered;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;
import dev.ringback.engine.provider.TelnyxErrors;
import dev.ringback.engine.time.Clock;

/// Dials through Telnyx. Accepted means that it is being dialled; the id is the call's, under which it is controlled.
@ApplicationScoped
class TelnyxCallSender implements ProviderSender, Dialect {

    private final ProviderHttp http;
    private final VoiceConfig.Telnyx config;
    private final Callbacks callbacks;
    private final Clock clock;

    TelnyxCallSender(ProviderHttp http, VoiceConfig config, Callbacks callbacks, Clock clock) {
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
        return Channel.VOICE;
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        var account = Account.of(message.identity(), config.connectionId(), config.apiKey());
        return switch (message.content()) {
            case Content.Call _ when account.isEmpty() -> Deliveries.noKey(this);
            case Content.Call call -> http.post(call(account.get()), body(message, call, account.get()))
                    .map(answer -> Deliveries.of(answer, this, clock.instant()));
            case Content.Mail _,Content.Text _,Content.ApprovedTemplate _,Content.Form _ -> Deliveries.unsupported();
        };
    }

    private ProviderCall call(Account account) {
        return ProviderCall.of(config.baseUrl(), "/v2/calls", Map.of("authorization", "Bearer " + account.key()), config.timeout());
    }

    private Map<String, Object> body(Outgoing message, Content.Call call, Account account) {
        var body = CallBody.dial(message, call, account.id(), config);
        callbacks.of("telnyx", message.id()).ifPresent(report -> body.put("webhook_url", report.toString()));
        return body;
    }

    @Override
    public Optional<String> acceptedId(Answered answer) {
        return answer.text("data.call_control_id");
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
