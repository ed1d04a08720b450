package dev.ringback.growth.tag;

import java.util.UUID;

/// @param converted whether it counts as converted, archived or not
record TaggedLead(UUID id, String currentTag, boolean converted) {}
