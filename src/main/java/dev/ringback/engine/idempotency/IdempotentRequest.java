package dev.ringback.engine.idempotency;

/// @param caller whose keys these are; two callers' keys never meet
/// @param hash   of method, path and body
record IdempotentRequest(String caller, String key, byte[] hash) {}
