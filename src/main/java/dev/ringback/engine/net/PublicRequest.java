package dev.ringback.engine.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// @param patience how long an answer may take once connected
public record PublicRequest(String method, URI uri, Map<String, String> headers, byte[] body, Duration patience) {}
