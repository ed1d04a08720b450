package dev.ringback.engine.rollup;

import java.time.LocalDate;

/// A day of a tenant in the zone that it reports in.
public record TenantDay(String pack, String tenant, LocalDate day, String zone) {}
