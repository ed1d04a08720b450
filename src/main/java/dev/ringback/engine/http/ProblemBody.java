package dev.ringback.engine.http;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An RFC 9457 problem, with `code`, `message` and `msg` for the clients of Supabase's functions.
///
/// @param errors the invalid members; absent unless the body was refused for them
@RegisterForReflection(targets = {ProblemBody.class, Problem.FieldError.class})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record ProblemBody(
        @Schema(examples = "about:blank") String type,
        @Schema(examples = "Not Found") String title,
        @Schema(examples = "404") int status,
        @Schema(examples = "There is no lead 6f1c…") String detail,
        @Schema(examples = "NOT_FOUND") String code,
        String message,
        String msg,
        List<Problem.FieldError> errors) {

    static ProblemBody of(Problem problem, String title) {
        var text = problem.getMessage();
        return new ProblemBody("about:blank", title, problem.status(), text, problem.code(), text, text, problem.errors());
    }
}
