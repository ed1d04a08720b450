package dev.ringback.engine.link;

import java.util.UUID;

/// What one of our tokens says.
///
/// @param rest what stands in the token beside the message; empty where that is all
public record SignedLink(UUID message, String rest) {}
