package dev.ringback.engine.provider;

import java.util.Optional;
import java.util.Set;

import dev.ringback.engine.provider.Dialect.Fault;
import dev.ringback.engine.provider.ProviderAnswer.Answered;

/// Telnyx's codes, <https://developers.telnyx.com/docs/messaging/messages/error-codes>.
public final class TelnyxErrors {

    /// A sender, profile, connection or account that is not ours, not ready, or has spent its limit.
    private static final Set<String> SETTINGS = Set.of("10001", "10009", "10010", "40305", "40306", "40307", "40308", "40311", "40312", "40313",
            "40314", "40315", "40321", "40329", "40333");
    private static final Set<String> BUSY = Set.of("10011", "40318", "90041", "90043");
    private static final String STOPPED = "40300";

    private TelnyxErrors() {}

    public static Optional<String> code(Answered answer) {
        return answer.text("errors.0.code").filter(code -> code.matches("\\d{1,6}"));
    }

    public static Fault fault(int status, String code) {
        if (BUSY.contains(code)) {
            return Fault.BUSY;
        }
        return code.equals(STOPPED) || (status == 400 || status == 422) && !SETTINGS.contains(code) ? Fault.MESSAGE : Fault.SETTING;
    }
}
