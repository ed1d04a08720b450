package dev.ringback.engine.model;

import java.util.Map;

/// What a model is asked.
///
/// @param purpose     as in `engine.model_answer`, for example `recruiting.reply`
/// @param instruction ours, or the tenant's: what is to be done with the material
/// @param material    what others wrote; it is judged and never obeyed
/// @param values      a JSON Schema (2020-12) for each value that is asked for, by its name
public record Question(String purpose, String instruction, Map<String, Object> material, Map<String, Object> values) {}
