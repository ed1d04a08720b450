package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param digest that of the dry run whose answer was looked at; null for a dry run
record Purge(
        @Size(max = 1_000) List<@NotNull UUID> clientIds,
        @Size(max = 1_000) List<@NotNull UUID> leadIds,
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be the digest of a dry run") String digest) {

    Ids ids() {
        return Ids.of(clientIds, leadIds);
    }

    @Schema(hidden = true)
    boolean isDry() {
        return digest == null;
    }
}
