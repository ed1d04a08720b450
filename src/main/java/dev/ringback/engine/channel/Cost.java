package dev.ringback.engine.channel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a provider takes for a message, in millionths of its currency.
///
/// @param currency ISO 4217
public record Cost(long micros, String currency) {

    /// Under which a report's detail carries it.
    public static final String MICROS = "cost_micros";
    public static final String CURRENCY = "cost_currency";

    private static final int SCALE = 6;
    // Nothing that is sent costs more; a figure beyond is a mistake, and must not become a sum.
    private static final BigDecimal MOST = new BigDecimal("10000");

    /// As providers write it: a decimal, with Twilio's sign of a debit. Empty for what is no price.
    public static Optional<Cost> of(String amount, String currency) {
        if (!amount.matches("-?\\d{1,6}(\\.\\d{1,12})?") || !currency.matches("[A-Za-z]{3}")) {
            return Optional.empty();
        }
        var price = new BigDecimal(amount).abs();
        return Optional.of(price).filter(known -> known.compareTo(MOST) <= 0)
                .map(known -> new Cost(known.movePointRight(SCALE).setScale(0, RoundingMode.HALF_UP).longValueExact(),
                        currency.toUpperCase(Locale.ROOT)));
    }

    /// Members of a report's detail.
    public Map<String, Object> detail() {
        return Map.of(MICROS, micros, CURRENCY, currency);
    }
}
