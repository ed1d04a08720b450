package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// In which tones the leads of the last thirty days write. The shares are whole hundredths and make one together: what
/// rounding down leaves goes to the largest remainders (Hamilton's method).
final class ToneDistribution {

    private static final List<String> TONES = List.of("Professional", "Friendly", "Formal", "Energetic", "Urgent", "Neutral");
    private static final int HUNDRED = 100;

    private ToneDistribution() {}

    /// Empty where no tone is known.
    static Optional<Finding> of(Figures figures) {
        var counts = figures.tones();
        var all = TONES.stream().mapToLong(tone -> counts.getOrDefault(tone, 0L)).sum();
        return all == 0 ? Optional.empty() : Optional.of(of(counts, all));
    }

    private static Finding of(Map<String, Long> counts, long all) {
        var shares = new TreeMap<String, Object>();
        hundredths(counts, all).forEach((tone, share) -> shares.put(tone.toLowerCase(Locale.ROOT), BigDecimal.valueOf(share, 2)));
        var commonest = TONES.stream().max(Comparator.comparingLong(tone -> counts.getOrDefault(tone, 0L))).orElseThrow();
        var text = "%s is the commonest tone: %d of %d leads of the last 30 days".formatted(commonest, counts.get(commonest), all);
        return Finding.of("tone_distribution", shares, text, Rounded.confidence(all));
    }

    private static Map<String, Long> hundredths(Map<String, Long> counts, long all) {
        var shares = new TreeMap<String, Long>();
        TONES.forEach(tone -> shares.put(tone, HUNDRED * counts.getOrDefault(tone, 0L) / all));
        var missing = HUNDRED - shares.values().stream().mapToLong(share -> share).sum();
        TONES.stream().sorted(Comparator.comparingLong(tone -> -(HUNDRED * counts.getOrDefault(tone, 0L) % all))).limit(missing)
                .forEach(tone -> shares.merge(tone, 1L, Long::sum));
        return shares;
    }
}
