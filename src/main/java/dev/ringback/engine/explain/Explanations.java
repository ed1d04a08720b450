package dev.ringback.engine.explain;

import java.util.List;

/// A subject's messages, the latest first.
record Explanations(List<Explanation> messages) {}
