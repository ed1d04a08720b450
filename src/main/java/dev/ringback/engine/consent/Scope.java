package dev.ringback.engine.consent;

/// How far an entry reaches, in the word that the tables keep.
///
/// @param word `tenant`, `global` or `sequence:<id>`
public record Scope(String word) {

    public static final Scope TENANT = new Scope("tenant");
    /// Every tenant of the installation.
    public static final Scope GLOBAL = new Scope("global");

    private static final String SEQUENCE = "sequence:";

    public static Scope sequence(String id) {
        return new Scope(SEQUENCE + id);
    }

    public boolean isGlobal() {
        return equals(GLOBAL);
    }

    boolean isSequence() {
        return word.startsWith(SEQUENCE);
    }
}
