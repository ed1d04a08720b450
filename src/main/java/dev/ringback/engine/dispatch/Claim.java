package dev.ringback.engine.dispatch;

import java.util.List;

import dev.ringback.engine.work.Work;

/// A claimed batch under its lease.
///
/// @param taken how many entries the claim took off the ready table, dropped ones included; 0 means that none is left
/// @param first the first place of the order that it took
record Claim(long leaseId, int taken, long first, List<Work> items) {

    static final Claim NOTHING = new Claim(0, 0, 0, List.of());

    boolean nothingReady() {
        return taken == 0;
    }
}
