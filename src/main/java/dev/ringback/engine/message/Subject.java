package dev.ringback.engine.message;

/// Whom a conversation is with: a pack's row, for example a lead.
public record Subject(String pack, String tenant, String kind, String id) {

    /// How the kinds of the engine's own subjects begin, whom no pack knows.
    public static final String OWN_KIND = "engine.";

    boolean isPacks() {
        return !kind.startsWith(OWN_KIND);
    }
}
