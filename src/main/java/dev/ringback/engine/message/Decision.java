package dev.ringback.engine.message;

/// Why a message was not sent, as it is kept on its row.
///
/// @param status the final status; `planned` where nothing stands against it
/// @param reason machine-readable
/// @param rule   which rule decided
public record Decision(String status, String reason, String rule) {

    public static final Decision PLANNED = new Decision("planned", null, null);

    /// A pack's own reason not to write.
    public static Decision withheld(String reason) {
        return new Decision("skipped", reason, "pack");
    }

    public static Decision suppressed(String reason) {
        return new Decision("suppressed", reason, "suppression");
    }
}
