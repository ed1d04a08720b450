package dev.ringback.engine.template;

/// What a template made of its variables.
public sealed interface Rendering {

    record Rendered(String subject, String text) implements Rendering {}

    /// @param problem what is wrong with the template; no variable's value
    record Unrenderable(String problem) implements Rendering {}
}
