package dev.ringback.growth.probe;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which prospects are asked, and why the others are not.
record ProbeReport(List<Probe> probes, List<Refused> refused) {

    /// @param reason `not_found`, `no_address` or `under_way`
    record Refused(UUID prospectId, @Schema(examples = "no_address") String reason) {}
}
