package dev.ringback.engine.hotlead;

import java.math.BigDecimal;
import java.util.Set;

import dev.ringback.engine.classify.LeadSignals;

/// Whether an answer is one of somebody who wants to buy now: he asks for a price or a date, and is a qualified one or in a hurry.
final class HotAnswerPolicy {

    private static final Set<String> ASKS = Set.of("pricing", "booking");
    private static final BigDecimal QUALIFIED = new BigDecimal("0.80");

    private HotAnswerPolicy() {}

    static boolean isHot(LeadSignals read) {
        return ASKS.contains(read.intent()) && (read.confidence().compareTo(QUALIFIED) >= 0 || read.urgency() == LeadSignals.Urgency.HIGH);
    }

    /// Of 100.
    static int score(LeadSignals read) {
        return read.confidence().movePointRight(2).intValue();
    }
}
