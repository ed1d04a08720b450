package dev.ringback.engine.tracking;

/// Who fetched it, as far as it says so.
///
/// @param agent      null where it doesn't name itself
/// @param isHead     whether it wanted the headers alone
/// @param isPrefetch whether it said that nobody looks at it yet
record Visitor(String agent, boolean isHead, boolean isPrefetch) {

    private static final int LONGEST_AGENT = 400;

    Visitor {
        agent = agent == null || agent.isBlank() ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
