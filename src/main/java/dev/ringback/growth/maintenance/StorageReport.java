package dev.ringback.growth.maintenance;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How big the pack's tables are, the largest first, and how much their indexes are used.
record StorageReport(List<Index> indexes) {

    record Index(
            @Schema(examples = "growth") String schemaname,
            @Schema(examples = "lead_memory") String tablename,
            @Schema(examples = "412 MB") String tableSize,
            @Schema(examples = "idx_lead_memory_client_active") String indexname,
            @Schema(examples = "56 MB") String indexSize,
            @Schema(examples = "120345") long indexScans,
            @Schema(examples = "9876543") long tuplesRead) {}
}
