package dev.ringback.engine.http;

import java.util.List;

/// A refusal that the caller shall see as it is. Thrown by resources and use cases, answered by [ProblemResponses].
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    /// What is wrong with one member of the body.
    public record FieldError(String field, String message) {}

    /// @param code upper-case words, stable: what a program branches on
    /// @param message one sentence for a person, without SQL, stack or secret
    public Problem(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    private Problem(int status, String code, String message, List<FieldError> errors) {
        // Without a stack trace: a refusal is an answer, not an accident.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /// Another tenant's row is not found either.
    public static Problem notFound(String thing, Object id) {
        return new Problem(NOT_FOUND, "NOT_FOUND", "There is no %s %s".formatted(thing, id));
    }

    public static Problem conflict(String code, String message) {
        return new Problem(CONFLICT, code, message);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(UNPROCESSABLE, "INVALID_BODY", "The body has %d invalid field(s)".formatted(errors.size()), errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
