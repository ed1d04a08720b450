package dev.ringback.recruiting.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What the voice agent is told.
///
/// @param opening said first
public record CallBrief(String opening, String prompt, String jobInfo) {

    Map<String, Object> variables() {
        return new HashMap<>(Map.of("opening", text(opening), "prompt", text(prompt), "job_info", text(jobInfo)));
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
