package dev.ringback.growth.list;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A lead and everything that happened with it, in order.
record Timeline(Lead lead, List<Entry> entries) {

    /// @param kind   `action` (something was done), `message` (ours), `received` (theirs)
    /// @param what   the action's type or the message's status
    /// @param detail what an update was, or why a message was not sent
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            Instant at,
            @Schema(examples = "message") String kind,
            @Schema(examples = "replied") String what,
            String detail,
            @Schema(examples = "Maple Roofing: your message") String subject,
            @Schema(examples = "Hi Sarah Chen, thanks so much for writing to us!") String text) {}
}
