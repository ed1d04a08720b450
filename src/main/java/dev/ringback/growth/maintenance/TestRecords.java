package dev.ringback.growth.maintenance;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param truncated whether there are more than are listed
record TestRecords(List<TestRecord> items, @Schema(examples = "false") boolean truncated) {}
