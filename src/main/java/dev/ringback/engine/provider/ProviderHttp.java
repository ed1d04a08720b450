package dev.ringback.engine.provider;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import dev.ringback.engine.net.ApiHttp;
import dev.ringback.engine.net.NotConnected;
import dev.ringback.engine.net.RawAnswer;
import dev.ringback.engine.net.Reachable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Calls the APIs of providers.
@ApplicationScoped
public class ProviderHttp {

    private static final Logger LOG = Logger.getLogger(ProviderHttp.class);

    private final ApiHttp http;
    private final Reachable reachable;

    ProviderHttp(ApiHttp http, Reachable reachable) {
        this.http = http;
        this.reachable = reachable;
    }

    public Uni<ProviderAnswer> get(ProviderCall call) {
        return run(call, "GET", "application/json", new byte[0]);
    }

    public Uni<ProviderAnswer> post(ProviderCall call, Map<String, Object> json) {
        return run(call, "POST", "application/json", new JsonObject(json).encode().getBytes(UTF_8));
    }

    /// @param form names may repeat
    public Uni<ProviderAnswer> postForm(ProviderCall call, List<Map.Entry<String, String>> form) {
        var body = form.stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return run(call, "POST", "application/x-www-form-urlencoded", body.getBytes(UTF_8));
    }

    private Uni<ProviderAnswer> run(ProviderCall call, String method, String type, byte[] body) {
        if (!reachable.host(call.uri().getHost())) {
            return Uni.createFrom().item(new ProviderAnswer.Unreached("test_environment"));
        }
        var headers = new HashMap<>(Map.of("content-type", type, "accept", "application/json", "user-agent", "ringback"));
        headers.putAll(call.headers());
        return http.call(method, call.uri(), headers, body, call.patience())
                .map(ProviderHttp::answered)
                .onFailure(NotConnected.class).recoverWithItem(failure -> unreached(call, failure));
    }

    private static ProviderAnswer unreached(ProviderCall call, Throwable failure) {
        LOG.warnf("provider not reached host=%s: %s", call.uri().getHost(), failure.getCause());
        return new ProviderAnswer.Unreached("unreachable");
    }

    private static ProviderAnswer answered(RawAnswer raw) {
        return new ProviderAnswer.Answered(raw.status(), raw.headers(), object(raw.body()));
    }

    private static Map<String, Object> object(byte[] body) {
        try {
            return new JsonObject(Buffer.buffer(body)).getMap();
        } catch (DecodeException noObject) {
            return Map.of();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
