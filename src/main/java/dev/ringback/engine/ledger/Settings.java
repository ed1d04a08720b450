package dev.ringback.engine.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a tenant keeps consent.
///
/// @param revokeAll     a no on one channel holds on every channel and address of the person
/// @param postalAddress what commercial mail must carry; null until it is given
record Settings(@Schema(examples = "true") boolean revokeAll, @Schema(examples = "1 Maple Street, Toronto") String postalAddress) {

    static final Settings DEFAULT = new Settings(true, null);
}
