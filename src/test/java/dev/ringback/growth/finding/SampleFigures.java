package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import dev.ringback.growth.finding.Figures.Open;
import dev.ringback.growth.finding.Figures.OpenLead;
import dev.ringback.growth.finding.Figures.Origins;
import dev.ringback.growth.finding.Figures.Trials;
import dev.ringback.growth.finding.Figures.Urgencies;
import dev.ringback.growth.finding.Figures.Window;

/// Figures of a day, made up.
final class SampleFigures {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<String> TONES = List.of("Professional", "Friendly", "Formal", "Energetic", "Urgent", "Neutral");

    private static final List<Window> PLAIN = List.of(window(20, 0), window(0, 0));
    private static final List<Urgencies> NO_WEEKS = List.of(urgencies(0, 0, 0), urgencies(0, 0, 0));
    private static final Open NOBODY = new Open(0, 0, 0, List.of());

    private SampleFigures() {}

    static Figures of(Window recent, Window before) {
        return of(List.of(recent, before), NO_WEEKS, Map.of(), Map.of(), NOBODY);
    }

    static Figures of(Urgencies week, Urgencies lastWeek) {
        return of(PLAIN, List.of(week, lastWeek), Map.of(), Map.of(), NOBODY);
    }

    static Figures of(Map<String, Long> tones) {
        return of(PLAIN, NO_WEEKS, tones, Map.of(), NOBODY);
    }

    static Figures of(Map<String, Trials> history, Open open) {
        return of(PLAIN, NO_WEEKS, Map.of(), history, open);
    }

    static Window window(long total, long high) {
        return new Window(total, total, 0, 0, high, new BigDecimal("0.50"));
    }

    static Urgencies urgencies(long low, long medium, long high) {
        return new Urgencies(low + medium + high, low + 2 * medium + 3 * high, low + 4 * medium + 9 * high, low, high);
    }

    static Figures random(RandomGenerator random) {
        var tones = new HashMap<String, Long>();
        TONES.forEach(tone -> tones.put(tone, (long) random.nextInt(5)));
        var history = Map.of("Low", trials(random), "Medium", trials(random), "High", trials(random), "", trials(random));
        var worth =
                Stream.of("Low", "High", "").map(urgency -> new OpenLead(UUID.randomUUID(), urgency, BigDecimal.valueOf(random.nextInt(900_000), 2)))
                        .toList();
        var open = new Open(random.nextInt(50), random.nextInt(3), random.nextInt(3), worth);
        return of(List.of(some(random, 1), some(random, 0)), List.of(week(random), week(random)), tones, history, open);
    }

    private static Urgencies week(RandomGenerator random) {
        return urgencies(random.nextInt(9), random.nextInt(9), random.nextInt(9));
    }

    private static Trials trials(RandomGenerator random) {
        var leads = random.nextInt(60);
        return new Trials(leads, random.nextInt(leads + 1));
    }

    private static Window some(RandomGenerator random, int least) {
        var total = least + random.nextInt(40);
        var active = random.nextInt(total + 1);
        var converted = random.nextInt(total - active + 1);
        return new Window(total, active, converted, random.nextInt(total + 1), random.nextInt(total + 1), BigDecimal.valueOf(random.nextInt(101), 2));
    }

    // Now before then, in both lists.
    private static Figures of(List<Window> windows, List<Urgencies> weeks, Map<String, Long> tones, Map<String, Trials> history, Open open) {
        var origins = new Origins(List.of("referral"), List.of());
        return new Figures(new UUID(0, 1), DAY, Instant.EPOCH, windows.getFirst(), windows.getLast(), weeks.getFirst(), weeks.getLast(), tones,
                origins, history, open);
    }
}
