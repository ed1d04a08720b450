package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param isTest null for yes
record ChosenRecords(
        @Size(max = 1_000) List<@NotNull UUID> clientIds,
        @Size(max = 1_000) List<@NotNull UUID> leadIds,
        @Schema(examples = "true") Boolean isTest) {

    Ids ids() {
        return Ids.of(clientIds, leadIds);
    }
}
