package dev.ringback.engine.dispatch;

import java.util.List;

import dev.ringback.engine.work.Work;

/// A claimed batch under its lease.
///
/// @param taken how many entries the claim took off the ready table, dropped ones included; 0 means that none is left
record Claim(long leaseId, int taken, List<Work> items) {

    boolean nothingReady() {
        return taken == 0;
    }
}
