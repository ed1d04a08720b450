package dev.ringback.engine.dispatch;

import java.util.List;

import dev.ringback.engine.work.Work;

/// How many items the next claim takes: twice as many after each full one, but of a kind whose handler takes few at once no more
/// than that, so that other instances get their share and a lease is short.
record BatchSize(int items, int most) {

    private static final int FIRST = 64;

    static BatchSize upTo(int most) {
        return new BatchSize(Math.min(FIRST, most), most);
    }

    /// @param smallest the smallest batch among the handlers of what was claimed
    BatchSize after(List<Work> claimed, int smallest) {
        if (claimed.size() < items) {
            return this;
        }
        return new BatchSize(Math.clamp(items * 2L, 1, Math.min(most, Math.max(smallest, 1))), most);
    }
}
