package dev.ringback.engine.message;

/// Whom a conversation is with: a pack's row, for example a lead.
public record Subject(String pack, String tenant, String kind, String id) {}
