package dev.ringback.engine.usage;

import java.math.BigDecimal;

/// Something that a tenant used.
///
/// @param metric   for example `sms_messages`
/// @param sourceId what used it; the same one is counted once
/// @param quantity above zero
public record Used(String pack, String tenant, String metric, String sourceId, BigDecimal quantity) {

    public static Used one(String pack, String tenant, String metric, String sourceId) {
        return new Used(pack, tenant, metric, sourceId, BigDecimal.ONE);
    }
}
