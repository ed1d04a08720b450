package dev.ringback.recruiting.objective;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One thing that a campaign wants to know.
///
/// @param question how it is asked; of the first one it may be left out where the opening message asks it
/// @param required whether the session goes on until it is known; true when null
/// @param choices  of a choice, in the order in which they may be named by number
/// @param endsIf   the value that ends the session at once, for example `false` of being interested
public record Objective(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9_]{0,62}", message = "must be in snake_case") @Schema(examples = "interested") String name,
        @NotNull @Pattern(regexp = "yes_no|date|number|choice|text", message = "must be yes_no, date, number, choice or text") @Schema(
                examples = "yes_no") String type,
        @Size(max = 1_000) @Schema(examples = "Are you interested in the job?") String question,
        @Schema(examples = "true") Boolean required,
        @Size(max = 20) List<@NotBlank @Size(max = 100) String> choices,
        BigDecimal min,
        BigDecimal max,
        @Schema(examples = "false") String endsIf) {

    boolean isRequired() {
        return !Boolean.FALSE.equals(required);
    }

    public boolean isAskedByOpening() {
        return question == null || question.isBlank();
    }

    boolean isEndedBy(Object value) {
        return endsIf != null && value != null && endsIf.equalsIgnoreCase(value.toString());
    }

    /// As it is stored.
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", name);
        members.put("type", type);
        members.put("question", question);
        members.put("required", isRequired());
        members.put("choices", choices);
        members.put("min", min);
        members.put("max", max);
        members.put("ends_if", endsIf);
        members.values().removeIf(Objects::isNull);
        return members;
    }

    static Objective of(String name, Map<?, ?> members) {
        return new Objective(name, text(members, "type", "text"), text(members, "question", null), !"false".equals(text(members, "required", "true")),
                members.get("choices") instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of(), number(members, "min"),
                number(members, "max"), text(members, "ends_if", null));
    }

    private static String text(Map<?, ?> members, String name, String otherwise) {
        var value = members.get(name);
        return value == null ? otherwise : value.toString();
    }

    private static BigDecimal number(Map<?, ?> members, String name) {
        return members.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
