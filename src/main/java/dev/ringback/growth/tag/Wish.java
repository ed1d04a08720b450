package dev.ringback.growth.tag;

/// What a client wants done with a lead.
sealed interface Wish {

    /// @param tag `Active`, `Follow-Up` or `Converted`
    record Tag(String tag) implements Wish {}

    record Archive() implements Wish {}

    record Delete() implements Wish {}

    /// @param reason in a person's words
    record Revert(String reason) implements Wish {}

    record Restore() implements Wish {}
}
