package dev.ringback.engine.security;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/// Reads a request's credentials, strongest first: job secret, bearer token, API key. The first one present decides.
@ApplicationScoped
class Credentials {

    private static final String BEARER = "bearer ";

    private final ProjectKeys projectKeys;
    private final JwtVerifier tokens;
    private final List<TenantKeys> tenantKeys;

    Credentials(ProjectKeys projectKeys, JwtVerifier tokens, @All List<TenantKeys> tenantKeys) {
        this.projectKeys = projectKeys;
        this.tokens = tokens;
        this.tenantKeys = tenantKeys;
    }

    /// Fails with the problem that the caller shall see.
    Uni<Caller> read(HttpServerRequest request) {
        var jobSecret = header(request, "x-job-secret");
        if (jobSecret.isPresent()) {
            return scheduler(jobSecret.get());
        }
        var token = header(request, "authorization").map(Credentials::bearer);
        // Clients before 2.110.4 send the project key as a bearer too: it is no user token.
        if (token.isPresent() && !token.get().startsWith("sb_")) {
            return ApiKey.looksLike(token.get()) ? tenant(new ApiKey(token.get())) : tokens.verify(token.get());
        }
        return header(request, "apikey").or(() -> header(request, "x-api-key")).or(() -> token)
                .map(this::key)
                .orElseGet(() -> Uni.createFrom().item(new Caller.Anonymous(false)));
    }

    private Uni<Caller> scheduler(String secret) {
        if (!projectKeys.isJobSecret(secret)) {
            throw AuthProblems.badKey();
        }
        return Uni.createFrom().item(new Caller.Scheduler());
    }

    private Uni<Caller> key(String key) {
        if (ApiKey.looksLike(key)) {
            return tenant(new ApiKey(key));
        }
        return projectKeys.find(key).map(caller -> Uni.createFrom().item(caller)).orElseGet(() -> legacy(key));
    }

    // A legacy key is a token without a subject; whatever else stands here is no key at all.
    private Uni<Caller> legacy(String key) {
        if (!key.startsWith("eyJ")) {
            throw AuthProblems.badKey();
        }
        return tokens.verify(key);
    }

    private Uni<Caller> tenant(ApiKey key) {
        return Multi.createFrom().iterable(tenantKeys)
                .onItem().transformToUniAndConcatenate(pack -> pack.find(key))
                .select().where(Optional::isPresent)
                .toUni()
                .map(found -> found == null ? Optional.<Caller.Tenant>empty() : found)
                .map(found -> found.orElseThrow(AuthProblems::badKey));
    }

    // An empty header is none: some clients send what they don't have.
    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    private static String bearer(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length()) || header.substring(BEARER.length()).isBlank()) {
            throw AuthProblems.notBearer();
        }
        return header.substring(BEARER.length()).strip();
    }
}
