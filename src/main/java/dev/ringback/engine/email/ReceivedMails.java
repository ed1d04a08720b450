package dev.ringback.engine.email;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.provider.ProviderAnswer;
import dev.ringback.engine.provider.ProviderCall;
import dev.ringback.engine.provider.ProviderHttp;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Mails that Resend took in: <https://resend.com/docs/api-reference/emails/retrieve-received-email>.
@ApplicationScoped
public class ReceivedMails {

    private static final int NOT_FOUND = 404;

    private final ProviderHttp http;
    private final EmailConfig.Resend config;

    ReceivedMails(ProviderHttp http, EmailConfig config) {
        this.http = http;
        this.config = config.resend();
    }

    /// Empty where Resend knows no such mail. Fails where asking again may help.
    public Uni<Optional<JsonTree>> find(String id) {
        var path = "/emails/receiving/" + URLEncoder.encode(id, UTF_8);
        var call = ProviderCall.of(config.baseUrl(), path, Map.of("authorization", "Bearer " + config.apiKey().orElse("")), config.timeout());
        return http.get(call).map(ReceivedMails::found);
    }

    private static Optional<JsonTree> found(ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Answered(var status, var _, var body) when status == 200 && !body.isEmpty() -> Optional.of(new JsonTree(body));
            case ProviderAnswer.Answered(var status, var _, var _) when status == NOT_FOUND -> Optional.empty();
            case ProviderAnswer.Answered(var status, var _, var _) -> throw new IllegalStateException("resend answered %d".formatted(status));
            case ProviderAnswer.Unreached(var reason) -> throw new IllegalStateException("resend " + reason);
        };
    }
}
