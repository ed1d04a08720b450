package dev.ringback.engine.signature;

import java.time.Instant;

/// A way to prove that a call is a provider's own.
public interface Signature {

    boolean verifies(HookCall call, Instant now);
}
