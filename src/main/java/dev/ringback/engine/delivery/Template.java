package dev.ringback.engine.delivery;

/// One version of a Liquid template.
record Template(long id, int version, String subject, String body) {}
