package dev.ringback.engine.hook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;

import dev.ringback.engine.signature.HookCall;

/// Calls as they came, before anything was decoded.
@ApplicationScoped
class Calls {

    private final PublicAddress publicAddress;

    Calls(PublicAddress publicAddress) {
        this.publicAddress = publicAddress;
    }

    HookCall of(HttpServerRequest request, byte[] body) {
        var headers = headers(request);
        return new HookCall(publicAddress.of(request.uri(), headers), headers, body == null ? new byte[0] : body);
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        return request.headers().names().stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> List.copyOf(request.headers().getAll(name))));
    }
}
