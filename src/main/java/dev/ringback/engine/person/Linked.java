package dev.ringback.engine.person;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One person, and everything that is known to reach him.
record Linked(UUID personId, @Schema(examples = "[\"sarah@chen.example\", \"+12025550123\"]") List<String> addresses) {}
