package dev.ringback.growth.prospect;

import java.util.List;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Businesses from a list, as rows or as a CSV file with the rows' members in its header.
record ProspectList(
        @Size(max = 5_000) List<ProspectRow> rows,
        @Schema(examples = "business_name,website,region\\nBirch Plumbing,https://birch.example,Toronto") String csv) {}
