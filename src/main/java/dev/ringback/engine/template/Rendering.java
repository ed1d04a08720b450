package dev.ringback.engine.template;

/// What a template made of its variables.
public sealed interface Rendering {

    /// @param html null for text alone
    record Rendered(String subject, String text, String html) implements Rendering {

        public Rendered(String subject, String text) {
            this(subject, text, null);
        }
    }

    /// @param problem what is wrong with the template; no variable's value
    record Unrenderable(String problem) implements Rendering {}
}
