package dev.ringback.engine.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.netty.handler.codec.http.HttpResponseStatus;

/// How a function may refuse, each with the answer that shows it best.
enum Refusal {
    MALFORMED(400, "MALFORMED_BODY", "The body is not the JSON that this function expects"),
    UNKNOWN_CALLER(401, "UNAUTHORIZED_NO_AUTH_HEADER", "Missing authorization header"),
    FORBIDDEN(403, "FORBIDDEN", "This caller may not use this function"),
    NOT_FOUND(404, "NOT_FOUND", "There is no lead " + Examples.ID),
    CONFLICT(409, "IDEMPOTENCY_IN_PROGRESS", "The first request with this key still runs"),
    TOO_LARGE(413, "PAYLOAD_TOO_LARGE", "A body may have 1048576 bytes"),
    UNSUPPORTED_TYPE(415, "UNSUPPORTED_MEDIA_TYPE", "HTTP 415 Unsupported Media Type"),
    INVALID(422, "INVALID_BODY", "The body has 1 invalid field(s)"),
    BROKEN(500, "WORKER_ERROR", "Function exited due to an error (please check logs)");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final String message;

    Refusal(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    boolean concerns(FunctionDescription function) {
        return switch (this) {
            case MALFORMED -> function.isMutating() && !function.isHook();
            case UNKNOWN_CALLER -> !function.isPublic() || function.isHook();
            case FORBIDDEN -> !function.isPublic();
            case NOT_FOUND -> function.hasParameterIn("path");
            case CONFLICT -> function.isMutating() && !function.isHook();
            case TOO_LARGE -> function.isMutating();
            case UNSUPPORTED_TYPE -> function.isMutating() && !function.isHook();
            case INVALID -> function.isMutating() && !function.isHook() || function.hasParameterIn("query");
            case BROKEN -> true;
        };
    }

    String statusText() {
        return Integer.toString(status);
    }

    String component() {
        return title().replace(" ", "");
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + component());
    }

    APIResponse response() {
        var type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem")).example(example());
        return OASFactory.createAPIResponse().description(title())
                .content(OASFactory.createContent().addMediaType(MEDIA_TYPE, type))
                .addHeader(CommonParts.REQUEST_ID, CommonParts.headerReference(CommonParts.REQUEST_ID))
                .addHeader(CommonParts.ERROR_CODE, CommonParts.headerReference(CommonParts.ERROR_CODE));
    }

    private String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private Map<String, Object> example() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title());
        body.put("status", status);
        body.put("detail", message);
        body.put("code", code);
        body.put("message", message);
        body.put("msg", message);
        if (this == INVALID) {
            body.put("errors", List.of(new TreeMap<>(Map.of("field", "email", "message", "is not an e-mail address"))));
        }
        return body;
    }
}
