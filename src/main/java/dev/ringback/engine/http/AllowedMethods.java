package dev.ringback.engine.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/// The methods that a path takes, which a 405 has to name (RFC 9110, 15.5.6). Quarkus knows them and doesn't tell; the OpenAPI
/// document does.
@ApplicationScoped
class AllowedMethods {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final OpenApiDocumentService documents;

    AllowedMethods(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /// As the header `Allow` has them.
    String of(String path) {
        var document = new JsonObject(Buffer.buffer(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)));
        return document.getJsonObject("paths").stream()
                .filter(known -> path.matches(pattern(known.getKey())))
                .flatMap(known -> ((JsonObject) known.getValue()).stream())
                .map(Map.Entry::getKey).filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT)).distinct().sorted()
                .collect(Collectors.joining(", "));
    }

    private static String pattern(String template) {
        return template.replaceAll("\\{[^}]+}", "[^/]+");
    }
}
