package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a client's leads looked like when one of its days ended.
///
/// @param at        when the last of it happened, on that day at the earliest
/// @param recent    the thirty days that end then
/// @param before    the thirty days before those
/// @param week      the seven days that end then
/// @param lastWeek  the seven days before those
/// @param tones     how many of the recent leads wrote in each tone
/// @param history   what became of leads that had their thirty days, by the urgency they began with: those since the hundredth last conversion
/// @param open      who may still convert
public record Figures(UUID client, LocalDate day, Instant at, Window recent, Window before, Urgencies week, Urgencies lastWeek,
        Map<String, Long> tones,
        Origins origins, Map<String, Trials> history, Open open) {

    /// Leads that first wrote in a period, and what they were like at its end.
    ///
    /// @param answered wrote again, through the form or by answering
    public record Window(long total, long active, long converted, long answered, long high, BigDecimal confidence) {}

    /// Levels from 1 (Low) to 3 (High) of the leads that first wrote in a period.
    public record Urgencies(long leads, long sum, long squares, long low, long high) {

        double mean() {
            return (double) sum / leads;
        }

        double variance() {
            return Math.max(0, (double) squares / leads - mean() * mean());
        }
    }

    /// The three commonest of each, the commonest first.
    public record Origins(List<String> sources, List<String> industries) {}

    public record Trials(long leads, long conversions) {

        static final Trials NONE = new Trials(0, 0);

        Trials plus(Trials other) {
            return new Trials(leads + other.leads, conversions + other.conversions);
        }
    }

    /// @param confident  more than 0.85 sure
    /// @param mostWorth  those of known worth, some of each urgency
    public record Open(long leads, long followUps, long confident, List<OpenLead> mostWorth) {}

    /// @param urgency with which it began
    public record OpenLead(UUID id, String urgency, BigDecimal estimatedValue) {}
}
