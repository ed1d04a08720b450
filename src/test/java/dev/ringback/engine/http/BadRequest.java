package dev.ringback.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request that must be refused, and how.
///
/// @param chunked whether the body goes without its length
/// @param fields  the members that the answer complains about
record BadRequest(String name, String method, String path, Map<String, String> headers, Optional<byte[]> body, boolean chunked, int status,
        String code, List<String> fields) {

    /// Stands for the API key of a registered client.
    static final String KEY = "{key}";
    static final String SUBMIT = "/functions/v1/growth-lead-submit";
    static final String REGISTER = "/functions/v1/growth-client-register";
    static final String SETTINGS = "/functions/v1/growth-client-settings";
    static final String LEADS = "/functions/v1/growth-leads";
    static final String HOOK = "/functions/v1/hooks/mail";

    /// What it is, and how it is asked for; the rest follows by the methods below.
    static BadRequest of(String name, String method, String path) {
        return new BadRequest(name, method, path, Map.of(), Optional.empty(), false, 0, "", List.of());
    }

    /// A client's own program posts JSON, or what it takes for it.
    static BadRequest json(String name, String path, String body) {
        return of(name, "POST", path).with("Authorization", "Bearer " + KEY).with("content-type", "application/json").body(body);
    }

    BadRequest asClient() {
        return with("Authorization", "Bearer " + KEY);
    }

    BadRequest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new BadRequest(name, method, path, more, body, chunked, status, code, fields);
    }

    BadRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    BadRequest body(byte[] bytes) {
        return new BadRequest(name, method, path, headers, Optional.of(bytes), chunked, status, code, fields);
    }

    BadRequest inChunks() {
        return new BadRequest(name, method, path, headers, body, true, status, code, fields);
    }

    BadRequest answers(int expectedStatus, String expectedCode) {
        return new BadRequest(name, method, path, headers, body, chunked, expectedStatus, expectedCode, fields);
    }

    BadRequest complainsOf(String... members) {
        return new BadRequest(name, method, path, headers, body, chunked, 422, "INVALID_BODY", List.of(members));
    }

    @Override
    public String toString() {
        return name;
    }
}
