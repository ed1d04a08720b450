package dev.ringback.growth.tag;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

record ChosenLead(@NotNull UUID leadId) {}
