package dev.ringback.engine.voice;

import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.provider.Account;
import dev.ringback.engine.provider.ProviderAnswer;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Commands on a call that somebody has answered. Asked twice, Telnyx does a command once.
@ApplicationScoped
public class CallAgent {

    private static final int TOO_MANY = 429;

    private final ProviderHttp http;
    private final VoiceConfig.Telnyx config;

    CallAgent(ProviderHttp http, VoiceConfig config) {
        this.http = http;
        this.config = config.telnyx();
    }

    /// Lets the agent speak. Fails where asking again may help; answers false when it refuses, or no agent is configured.
    ///
    /// @param callId  the message's provider id
    /// @param message the message that dialled
    public Uni<Boolean> start(SenderIdentity identity, String callId, UUID message, Content.Call call) {
        return CallBody.agent(message, call, config.assistantId()).map(body -> command(identity, callId, "ai_assistant_start", body))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /// Hangs up; a call that has ended is none to hang up.
    public Uni<Boolean> hangUp(SenderIdentity identity, String callId, UUID message) {
        return command(identity, callId, "hangup", Map.of("command_id", "%s-hangup".formatted(message)));
    }

    private Uni<Boolean> command(SenderIdentity identity, String callId, String command, Map<String, Object> body) {
        var path = "/v2/calls/%s/actions/%s".formatted(URLEncoder.encode(callId, UTF_8), command);
        var key = Account.of(identity, config.connectionId(), config.apiKey()).map(Account::key).orElse("");
        return http.post(ProviderCall.of(config.baseUrl(), path, Map.of("authorization", "Bearer " + key), config.timeout()), body)
                .map(CallAgent::done);
    }

    private static boolean done(ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Unreached(var reason) -> throw new IllegalStateException("telnyx %s".formatted(reason));
            case ProviderAnswer.Answered(var status, var _, var _) when status < 500 && status != TOO_MANY -> status < 300;
            case ProviderAnswer.Answered(var status, var _, var _) -> throw new IllegalStateException("telnyx answered %d".formatted(status));
        };
    }
}
