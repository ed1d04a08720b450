package dev.ringback.engine.consent;

/// An address as one tenant knows it.
///
/// @param address normalised
public record Party(String pack, String tenant, String address) {}
