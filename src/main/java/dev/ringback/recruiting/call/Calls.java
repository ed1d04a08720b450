package dev.ringback.recruiting.call;

import java.util.List;

/// A session's calls, the latest first.
record Calls(List<CallView> items) {}
