package dev.ringback.growth.probe;

import java.time.Duration;

/// How well a prospect answers, from 0 to 100: the document's formula (`response_score`).
final class ProbeScore {

    static final int SILENT = 0;

    private static final int ANSWERS = 50;
    private static final int AT_ONCE = 30;
    private static final int SOON = 15;
    private static final int PERSONAL = 20;
    private static final int GENERIC = 10;
    private static final Duration LONGEST_AT_ONCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SOON = Duration.ofSeconds(5);

    private ProbeScore() {}

    static int of(Duration delay, boolean personal) {
        return ANSWERS + promptness(delay) + (personal ? PERSONAL : GENERIC);
    }

    private static int promptness(Duration delay) {
        if (delay.compareTo(LONGEST_AT_ONCE) < 0) {
            return AT_ONCE;
        }
        return delay.compareTo(LONGEST_SOON) < 0 ? SOON : 0;
    }
}
