package dev.ringback.engine.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.net.PublicAnswer;
import dev.ringback.engine.net.PublicHttp;
import dev.ringback.engine.net.RawAnswer;

/// One visitor of a site: keeps its cookies and follows its redirects, each of which is checked as the first address was.
final class Visit {

    private static final int MOST_REDIRECTS = 5;

    private final PublicHttp http;
    private final String userAgent;
    private final Duration patience;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);

    sealed interface Arrival {

        /// @param at where the redirects ended
        record Page(URI at, RawAnswer answer) implements Arrival {}

        /// The first address may never be asked.
        record Forbidden(String reason) implements Arrival {}

        /// The first address could not be asked.
        record Unreached(String reason) implements Arrival {}

        /// It was asked, and sent us where we can't or may not go.
        record Astray(String reason) implements Arrival {}
    }

    Visit(PublicHttp http, FormConfig.Http config) {
        this.http = http;
        this.userAgent = config.userAgent();
        this.patience = config.timeout();
    }

    Uni<Arrival> get(URI uri) {
        return go(new Step("GET", uri, Map.of(), new byte[0]), MOST_REDIRECTS);
    }

    Uni<Arrival> post(URI uri, URI from, FormBody body) {
        var headers = Map.of("content-type", body.contentType(), "referer", from.toString(), "origin", origin(from));
        return go(new Step("POST", uri, headers, body.bytes()), MOST_REDIRECTS);
    }

    private record Step(String method, URI uri, Map<String, String> headers, byte[] body) {}

    private Uni<Arrival> go(Step step, int redirects) {
        var first = redirects == MOST_REDIRECTS;
        return http.ask(new PublicHttp.Request(step.method(), step.uri(), headers(step), step.body(), patience)).chain(answer -> switch (answer) {
            case PublicAnswer.Answered(var raw) -> arrived(step, raw, redirects);
            case PublicAnswer.Forbidden(var reason) -> arrival(first ? new Arrival.Forbidden(reason) : new Arrival.Astray(reason));
            case PublicAnswer.Unreached(var reason) -> arrival(first ? new Arrival.Unreached(reason) : new Arrival.Astray(reason));
        });
    }

    private Uni<Arrival> arrived(Step step, RawAnswer raw, int redirects) {
        remember(step.uri(), raw);
        var next = redirect(step, raw);
        if (next.isEmpty()) {
            return arrival(new Arrival.Page(step.uri(), raw));
        }
        return redirects == 0 ? arrival(new Arrival.Astray("too_many_redirects")) : go(next.get(), redirects - 1);
    }

    private static Uni<Arrival> arrival(Arrival arrival) {
        return Uni.createFrom().item(arrival);
    }

    // 307 and 308 ask for the same again: only of the same site, since what was written was written to that.
    private static Optional<Step> redirect(Step step, RawAnswer raw) {
        return raw.header("location").flatMap(location -> resolved(step.uri(), location)).flatMap(to -> switch (raw.status()) {
            case 301, 302, 303 -> Optional.of(new Step("GET", to, Map.of(), new byte[0]));
            case 307, 308 -> Optional.of(new Step(step.method(), to, step.headers(), step.body())).filter(_ -> origin(to).equals(origin(step.uri())));
            default -> Optional.empty();
        });
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Map<String, String> headers(Step step) {
        var headers = new HashMap<>(step.headers());
        headers.put("user-agent", userAgent);
        headers.put("accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        headers.put("accept-language", "en,fr;q=0.8,es;q=0.7,de;q=0.6");
        var kept = cookies(step.uri());
        if (!kept.isEmpty()) {
            headers.put("cookie", String.join("; ", kept));
        }
        return headers;
    }

    private List<String> cookies(URI uri) {
        try {
            return cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void remember(URI uri, RawAnswer raw) {
        try {
            cookies.put(uri, Map.of("Set-Cookie", raw.headers().getOrDefault("set-cookie", List.of())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String origin(URI uri) {
        return "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority());
    }
}
