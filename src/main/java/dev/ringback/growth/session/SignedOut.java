package dev.ringback.growth.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param ended false where the caller came by an API key, or the session was over
record SignedOut(@Schema(examples = "true") boolean ended) {}
