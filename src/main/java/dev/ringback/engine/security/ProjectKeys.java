package dev.ringback.engine.security;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonObject;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The project's own keys: publishable, secret, legacy anon and service, and the job secret. Compared in constant time.
@ApplicationScoped
class ProjectKeys {

    private final Map<String, Caller> byKey = new LinkedHashMap<>();
    private final List<String> jobSecrets;

    ProjectKeys(SecurityConfig config) {
        config.publishableKeys().ifPresent(json -> named(json).forEach((_, key) -> byKey.put(key, new Caller.Anonymous(true))));
        config.publishableKey().ifPresent(key -> byKey.put(key, new Caller.Anonymous(true)));
        config.anonKey().ifPresent(key -> byKey.put(key, new Caller.Anonymous(true)));
        config.secretKeys().ifPresent(json -> named(json).forEach((name, key) -> byKey.put(key, new Caller.Service(name))));
        config.secretKey().ifPresent(key -> byKey.put(key, new Caller.Service("default")));
        config.serviceRoleKey().ifPresent(key -> byKey.put(key, new Caller.Service("service_role")));
        jobSecrets = config.jobSecrets().orElse(List.of());
    }

    Optional<Caller> find(String key) {
        // Every key is compared, so that the time taken tells nothing of which one it was.
        return byKey.entrySet().stream().filter(known -> same(known.getKey(), key)).map(Map.Entry::getValue).reduce((_, last) -> last);
    }

    boolean isJobSecret(String secret) {
        return jobSecrets.stream().filter(known -> same(known, secret)).count() > 0;
    }

    private static Map<String, String> named(String json) {
        var keys = new LinkedHashMap<String, String>();
        new JsonObject(json).forEach(entry -> keys.put(entry.getKey(), entry.getValue().toString()));
        return keys;
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
