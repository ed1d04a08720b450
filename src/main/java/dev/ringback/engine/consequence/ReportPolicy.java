package dev.ringback.engine.consequence;

import java.util.regex.Pattern;

import dev.ringback.engine.consent.Reason;

/// What a report says of the address.
final class ReportPolicy {

    sealed interface Finding {
        /// It is not written to again.
        record Stop(Reason reason) implements Finding {}

        /// It could not be reached this time.
        record SoftBounce() implements Finding {}

        /// It is about the message alone.
        record Nothing() implements Finding {}
    }

    // RFC 3463: the mailbox or its domain is not there (X.1.x), or is closed (X.2.1). X.1.7 and X.1.8 are about the sender's address.
    private static final Pattern GONE = Pattern.compile("5\\.(1\\.(?![78]$)\\d{1,3}|2\\.1)");
    // Everything of the 4 kind; a full mailbox, a size, the other system's state, the content and its policy: not the address's fault.
    private static final Pattern NOT_GONE = Pattern.compile("4\\.\\d{1,3}\\.\\d{1,3}|5\\.(1\\.[78]|2\\.[234]|[367]\\.\\d{1,3})");
    private static final Finding NOTHING = new Finding.Nothing();

    private ReportPolicy() {}

    static Finding decide(Report report) {
        return switch (report.event()) {
            case COMPLAINED -> new Finding.Stop(Reason.COMPLAINED);
            case BOUNCED -> isGone(report) ? new Finding.Stop(Reason.BOUNCED) : stopped(report, new Finding.SoftBounce());
            case FAILED -> GONE.matcher(report.code()).matches() ? new Finding.Stop(Reason.BOUNCED) : stopped(report, NOTHING);
            case PLANNED, CLAIMED, SUBMITTING, UNCERTAIN, SUPPRESSED, SKIPPED, CANCELLED, ACCEPTED, SENT, DELIVERED, OPENED, READ, CLICKED, REPLIED,
                    RECEIVED ->
                    NOTHING;
        };
    }

    private static Finding stopped(Report report, Finding otherwise) {
        return Reason.ofCarrier(report.codedBy(), report.code()).<Finding>map(Finding.Stop::new).orElse(otherwise);
    }

    // The code says more than the provider's word for it: what is permanent may be this mail's refusal.
    private static boolean isGone(Report report) {
        return GONE.matcher(report.code()).matches() || report.isPermanent() && !NOT_GONE.matcher(report.code()).matches();
    }
}
