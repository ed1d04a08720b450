package dev.ringback.engine.hook;

import java.util.function.Function;

import dev.ringback.engine.signature.HookCall;
import dev.ringback.engine.signature.Signature;

/// One provider's hook.
///
/// @param provider as in the path
/// @param eventId  unique among the provider's events
record Hook(String provider, Signature signature, Function<HookCall, String> eventId) {}
