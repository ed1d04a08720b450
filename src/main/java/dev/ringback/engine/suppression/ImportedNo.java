package dev.ringback.engine.suppression;

import java.time.Instant;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Scope;

/// A no that was kept elsewhere until now.
///
/// @param since when it was said; never in the future
record ImportedNo(Hashed hash, Family family, Scope scope, Reason reason, Instant since) {}
