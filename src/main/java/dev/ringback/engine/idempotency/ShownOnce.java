package dev.ringback.engine.idempotency;

/// An answer with a secret that is shown once: a replay answers without it.
public interface ShownOnce {

    Object withoutSecret();
}
