package dev.ringback.engine.rollup;

import java.time.LocalDate;

/// Days of one tenant or of all; both ends belong to it.
///
/// @param pack   null for all
/// @param tenant null for all
/// @param from   null for the first that is known
/// @param to     null for the last that is known
public record DayRange(String pack, String tenant, LocalDate from, LocalDate to) {

    static DayRange everyDayOf(String pack, String tenant) {
        return new DayRange(pack, tenant, null, null);
    }
}
