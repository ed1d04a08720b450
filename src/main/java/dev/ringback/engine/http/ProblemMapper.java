package dev.ringback.engine.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.security.AuthenticationFailedException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.ringback.engine.sql.SqlState;
import dev.ringback.engine.work.NotYet;

import static java.util.Map.entry;

/// Every exception becomes a problem here and nowhere else. What the caller may not see stays in the log.
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Problem UNAVAILABLE = new Problem(503, "DATABASE_UNAVAILABLE", "The database does not answer; try again");
    private static final Map<String, Problem> BY_SQL_STATE = Map.ofEntries(
            entry("23505", new Problem(409, "CONFLICT", "There is one already")),
            entry("23503", new Problem(409, "CONFLICT", "Something that this refers to is missing")),
            entry("22021", new Problem(422, "INVALID_BODY", "A text has a character that cannot be stored")),
            entry("23514", new Problem(422, "INVALID_BODY", "A value is outside of what is allowed")),
            entry("42501", new Problem(403, "FORBIDDEN", "This caller may not do that")),
            entry("57014", new Problem(503, "TIMEOUT", "The database took too long; try again")),
            entry("08006", UNAVAILABLE),
            entry("57P01", UNAVAILABLE),
            entry("57P02", UNAVAILABLE),
            entry("57P03", UNAVAILABLE),
            entry("53300", UNAVAILABLE));
    private static final int PATH_PARTS = 3;
    // How Hibernate Validator ends the path of an element, whose index stands before it.
    private static final String ELEMENT = ".<list element>";
    private static final Map<Integer, String> CODES = Map.of(
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            413, "PAYLOAD_TOO_LARGE",
            415, "UNSUPPORTED_MEDIA_TYPE");

    private final AllowedMethods allowedMethods;

    ProblemMapper(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return ProblemResponses.of(problem);
    }

    @ServerExceptionMapper
    public Response refusedLogin(AuthenticationFailedException refused) {
        return refused.getCause() instanceof Problem problem ? ProblemResponses.of(problem) : broken(refused);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        return ProblemResponses.of(Problem.invalid(invalid.getConstraintViolations().stream().map(ProblemMapper::fieldError).toList()));
    }

    // Named, because Quarkus has a mapper of its own for the second one.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    public Response unreadable(JacksonException unreadable) {
        return ProblemResponses.of(malformed());
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, UriInfo uri) {
        var status = refused.getResponse().getStatus();
        if (refused.getCause() instanceof JacksonException || status == 400) {
            return ProblemResponses.of(malformed());
        }
        var code = CODES.getOrDefault(status, "HTTP_" + status);
        var response = ProblemResponses.of(new Problem(status, code, status == 404 ? "Requested function was not found" : refused.getMessage()));
        return status == 405 ? Response.fromResponse(response).header("Allow", allowedMethods.of(uri.getPath())).build() : response;
    }

    @ServerExceptionMapper
    public Response notYet(NotYet waits) {
        return ProblemResponses.of(new Problem(503, waits.getMessage().toUpperCase(Locale.ROOT), "This installation is not set up for that yet"));
    }

    @ServerExceptionMapper
    public Response broken(Throwable failure) {
        return ProblemResponses.of(refusalByDatabase(failure).orElseGet(() -> fault(failure)));
    }

    private static Optional<Problem> refusalByDatabase(Throwable failure) {
        return SqlState.of(failure).map(BY_SQL_STATE::get);
    }

    private static Problem fault(Throwable failure) {
        LOG.error("a function failed", failure);
        return new Problem(500, "WORKER_ERROR", "Function exited due to an error (please check logs)");
    }

    private static Problem malformed() {
        return new Problem(400, "MALFORMED_BODY", "The body is not the JSON that this function expects");
    }

    // The path begins with the method and its parameter, which the caller doesn't know.
    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replace(ELEMENT, "").split("\\.", PATH_PARTS);
        return new Problem.FieldError(SnakeCaseStrategy.INSTANCE.translate(path[path.length - 1]), violation.getMessage());
    }
}
