package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shares with two decimals, as the columns keep them.
final class Rounded {

    private static final int DECIMALS = 2;
    // So many leads make a figure half sure.
    private static final int HALF_SURE = 10;

    private Rounded() {}

    static BigDecimal of(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /// Zero where there is nothing to have a share of.
    static BigDecimal share(long part, long whole) {
        return whole == 0 ? of(0) : of((double) part / whole);
    }

    /// How much is to be given on a figure that stands on so many leads.
    static BigDecimal confidence(long leads) {
        return share(leads, leads + HALF_SURE);
    }
}
