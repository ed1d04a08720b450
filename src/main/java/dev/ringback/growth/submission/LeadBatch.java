package dev.ringback.growth.submission;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Leads that are submitted together; one that is not fit to be stored refuses itself alone.
record LeadBatch(@NotNull @Size(min = 1, max = 500) List<Submission> leads) {}
