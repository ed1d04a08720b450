package dev.ringback.engine.webhook;

import java.time.Instant;
import java.util.Map;

/// An event for a tenant's server.
///
/// @param id         names the event: its receiver knows a repetition by it
/// @param to         where it is told, and by which secret of the vault it is signed
/// @param type       for example `hot_lead.raised`
/// @param data       JSON; ids and figures, nothing personal
public record Webhook(String id, Destination to, String type, Instant at, Map<String, Object> data) {

    public record Destination(String pack, String tenant, String url, String secretName) {}
}
