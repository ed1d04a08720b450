package dev.ringback.engine.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

import dev.ringback.engine.http.FunctionName;

/// One function by one method, as it came from its annotations, and what is added to that.
final class FunctionDescription {

    private static final String ROLES = "x-roles";
    private static final Set<HttpMethod> MUTATING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final BigDecimal LONGEST_PAGE = BigDecimal.valueOf(100);

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final List<String> roles;

    FunctionDescription(String path, HttpMethod method, Operation operation) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.roles = each(operation.getSecurity()).flatMap(need -> need.getSchemes().values().stream()).flatMap(List::stream).distinct().toList();
    }

    void complete(Examples examples) {
        operation.setOperationId(id());
        operation.setTags(List.of(FunctionName.of(path).pack()));
        addRoles();
        addParameters(examples);
        addExamples(examples);
        addResponses();
    }

    boolean isPublic() {
        return roles.isEmpty();
    }

    /// Its caller proves himself by a signature.
    boolean isHook() {
        return path.startsWith(FunctionName.ROOT + "hooks/");
    }

    boolean isMutating() {
        return MUTATING.contains(method);
    }

    boolean hasParameterIn(String place) {
        return each(operation.getParameters()).anyMatch(parameter -> place.equals(String.valueOf(parameter.getIn())));
    }

    // The method and the path's words: it stays what it is when a path gets a second method.
    private String id() {
        return Arrays.stream(path.substring(FunctionName.ROOT.length()).split("[/-]"))
                .map(word -> word.startsWith("{") ? "By" + capitalised(word.substring(1, word.length() - 1)) : capitalised(word))
                .collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
    }

    private void addRoles() {
        operation.addExtension(ROLES, isPublic() ? List.of(isHook() ? "provider" : "public") : roles);
        operation.setSecurity(isHook()
                ? List.of(OASFactory.createSecurityRequirement().addScheme(CommonParts.SIGNATURE))
                : roles.stream().map(FunctionDescription::requirement).toList());
    }

    private void addParameters(Examples examples) {
        each(operation.getParameters()).filter(parameter -> parameter.getExample() == null).forEach(parameter -> describe(parameter, examples));
        if (isMutating() && !isHook()) {
            operation.addParameter(CommonParts.idempotencyReference());
        }
    }

    private static void describe(Parameter parameter, Examples examples) {
        switch (parameter.getName()) {
            case "cursor" -> parameter.setDescription("`next_cursor` of the page before; none for the first page.");
            case "limit" -> parameter.getSchema().minimum(BigDecimal.ONE).maximum(LONGEST_PAGE).setDefaultValue(LONGEST_PAGE);
            default -> parameter.setExample(examples.of(parameter.getSchema()));
        }
    }

    private void addExamples(Examples examples) {
        var body = Optional.ofNullable(operation.getRequestBody());
        body.ifPresent(request -> addExamples(request.getContent(), examples));
        // Nothing that must be there: then the body itself may be left out.
        body.ifPresent(request -> request.setRequired(request.getContent().getMediaTypes().values().stream()
                .map(type -> examples.resolve(type.getSchema()))
                .anyMatch(schema -> schema.getProperties() == null || schema.getRequired() != null && !schema.getRequired().isEmpty())));
        answers(FunctionDescription::isSuccess).forEach(answer -> addExamples(answer.getContent(), examples));
    }

    private static void addExamples(Content content, Examples examples) {
        Optional.ofNullable(content).map(Content::getMediaTypes).ifPresent(types -> types.values().stream()
                .filter(type -> type.getExample() == null)
                .forEach(type -> type.setExample(examples.of(type.getSchema()))));
    }

    private void addResponses() {
        answers(FunctionDescription::isSuccess).forEach(this::addHeaders);
        var responses = operation.getResponses();
        Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.concerns(this) || responses.hasAPIResponse(refusal.statusText()))
                .forEach(refusal -> responses.addAPIResponse(refusal.statusText(), refusal.reference()));
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private void addHeaders(APIResponse answer) {
        answer.addHeader(CommonParts.REQUEST_ID, CommonParts.headerReference(CommonParts.REQUEST_ID));
        if (isMutating() && !isHook()) {
            answer.addHeader(CommonParts.REPLAYED, CommonParts.headerReference(CommonParts.REPLAYED));
        }
    }

    private Stream<APIResponse> answers(Predicate<String> status) {
        return operation.getResponses().getAPIResponses().entrySet().stream().filter(entry -> status.test(entry.getKey()))
                .map(entry -> entry.getValue());
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2") || status.startsWith("3");
    }

    private static SecurityRequirement requirement(String role) {
        return OASFactory.createSecurityRequirement().addScheme(CommonParts.schemeOf(role), role);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static <T> Stream<T> each(List<T> items) {
        return items == null ? Stream.empty() : items.stream();
    }
}
