package dev.ringback.recruiting.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Multi;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;

import static org.assertj.core.api.Assertions.assertThat;

/// A month with two thousand candidates in five zones, across a clock change: two of five are silent, one answers all, one says no, one
/// answers once. Time is ticked by the hour; afterwards the whole history is held against what we promise.
@QuarkusTest
class RecruitingMonthTest extends InboundStage {

    private static final Logger LOG = Logger.getLogger(RecruitingMonthTest.class);
    private static final int CANDIDATES = 2_000;
    private static final Instant START = Instant.parse("2026-03-27T09:00:00Z");
    private static final int HOURS = 30 * 24;
    private static final int BUSY_HOURS = 9 * 24;
    private static final List<Duration> AFTER = List.of(Duration.ofHours(20), Duration.ofHours(48), Duration.ofHours(96));
    private static final int ANALYZED_HOURS = 48;
    private static final Duration AT_MOST_LATE = Duration.ofSeconds(30);
    private static final List<String> ZONES = List.of("Europe/London", "Europe/Paris", "America/New_York", "Australia/Sydney", "Asia/Kolkata");
    private static final List<String> PREFIXES = List.of("+4478", "+336", "+1212", "+614", "+9198");
    private static final List<Integer> DIGITS = List.of(8, 8, 7, 8, 8);

    private static final Map<String, Integer> TURNS = new HashMap<>();

    private record Candidate(int nth, String number, String zone, String session) {

        int kind() {
            return nth / ZONES.size() % 5;
        }
    }

    @Test
    void keeps_every_promise() {
        // Given
        Api.setClock(START.toString());
        var campaign = GivenRecruiting.campaign(Map.of("end", START.plus(Duration.ofDays(28)).toString()));
        var candidates = start(campaign);
        var plan = plan(candidates);

        // When
        var began = System.nanoTime();
        for (var hour = 0; hour <= HOURS; hour += hour < BUSY_HOURS ? 1 : 6) {
            var now = START.plus(Duration.ofHours(hour));
            Api.setClock(now.toString());
            var arrivals = plan.getOrDefault(hour, List.<Candidate>of()).stream()
                    .map(one -> writtenAt(now, one.number(), says(one))).toList();
            Multi.createFrom().iterable(arrivals).onItem().transformToUni(this::taking).merge(6).collect().asList().await().indefinitely();
            tickOut(now);
            if (hour % ANALYZED_HOURS == 0) {
                analyze();
            }
        }
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/rollup-dirty")).then().statusCode(200);
        LOG.infof("a month of %d candidates: %d ms", CANDIDATES, Duration.ofNanos(System.nanoTime() - began).toMillis());

        // Then
        assertReminders(candidates);
        assertNothingWrong(campaign);
        assertEnds(candidates);
    }

    // What autovacuum does within a minute; this month takes less.
    private static void analyze() {
        database.asOwner(session -> session.query("analyze engine.message, engine.work, recruiting.session_info, recruiting.numbers, "
                + "recruiting.chat_history, engine.suppression, engine.message_event"));
    }

    // Work that somebody else is just changing is looked at again a second later: the hour is over when nothing is left to be so.
    private static void tickOut(Instant hour) {
        for (var at = hour; at.isBefore(hour.plus(AT_MOST_LATE));) {
            var next = Optional.ofNullable(Api.dispatch().extract().<String>path("next_due")).map(Instant::parse).orElse(Instant.MAX);
            at = next.isAfter(at) ? next : at.plusSeconds(1);
            if (at.isBefore(hour.plus(AT_MOST_LATE))) {
                Api.setClock(at.toString());
            }
        }
    }

    private static List<Candidate> start(String campaign) {
        var numbers = IntStream.range(0, CANDIDATES).mapToObj(RecruitingMonthTest::number).toList();
        var rows = IntStream.range(0, CANDIDATES).mapToObj(
                nth -> Map.of("phone_number", numbers.get(nth), "tz", ZONES.get(nth % ZONES.size()), "variables", Map.of("name", "Ada"))).toList();
        var sessions =
                Api.post("recruiting-session-start", Api.SECRET_KEY, Map.of("campaign", campaign, "candidates", rows)).statusCode(200).extract()
                        .<List<String>>path("sessions.session_id");
        return IntStream.range(0, CANDIDATES)
                .mapToObj(nth -> new Candidate(nth, numbers.get(nth), ZONES.get(nth % ZONES.size()), sessions.get(nth))).toList();
    }

    private static String number(int nth) {
        var zone = nth % ZONES.size();
        return PREFIXES.get(zone) + "%08d".formatted(20_000_000 + nth * 13L).substring(8 - DIGITS.get(zone));
    }

    // Who answers, by the hour; at the earliest a day after the opening, and one who is done writes again.
    private static Map<Integer, List<Candidate>> plan(List<Candidate> candidates) {
        var plan = new HashMap<Integer, List<Candidate>>();
        for (var one : candidates) {
            var first = 26 + one.nth() % 40;
            List<Integer> hours = switch (one.kind()) {
                case 2 -> List.of(first, first + 24, first + 48, first + 120);
                case 3, 4 -> List.of(first);
                default -> List.of();
            };
            hours.forEach(hour -> plan.computeIfAbsent(hour, _ -> new ArrayList<>()).add(one));
        }
        return plan;
    }

    private static String says(Candidate one) {
        var turn = TURNS.merge(one.session(), 1, Integer::sum);
        return switch (one.kind()) {
            case 3 -> "please stop writing to me";
            case 4 -> "yes";
            default -> List.of("yes", "next monday", "25", "Any news?").get(turn - 1);
        };
    }

    private static void assertReminders(List<Candidate> candidates) {
        var sent = new HashMap<String, List<Instant>>();
        var opened = new HashMap<String, Instant>();
        database.query("select subject_id, step, sent_at from engine.message where pack = 'recruiting' and sent_at >= $1 order by sent_at",
                START.atOffset(ZoneOffset.UTC)).forEach(row -> {
                    var at = row.get(OffsetDateTime.class, 2).toInstant();
                    if (row.getString(1).equals("reminder")) {
                        sent.computeIfAbsent(row.getString(0), _ -> new ArrayList<>()).add(at);
                    } else if (row.getString(1).equals("opening")) {
                        opened.put(row.getString(0), at);
                    }
                });
        candidates.stream().filter(one -> one.kind() < 2).forEach(one -> assertTimes(one, sent.get(one.session()),
                AFTER.stream().map(after -> firstTick(opened.get(one.session()).plus(after), one.zone())).toList()));
    }

    private static void assertTimes(Candidate one, List<Instant> sent, List<Instant> due) {
        assertThat(sent).as("%s", one).hasSameSizeAs(due);
        assertThat(IntStream.range(0, due.size()).mapToObj(nth -> Duration.between(due.get(nth), sent.get(nth)))).as("%s: %s", one, sent)
                .allMatch(late -> !late.isNegative() && late.compareTo(AT_MOST_LATE) <= 0);
    }

    // At once where it is between eight and eight there, else at the first full hour at which it is.
    private static Instant firstTick(Instant due, String zone) {
        var hour = due;
        while (!isOpen(hour.atZone(ZoneId.of(zone)).toLocalTime())) {
            hour = hour.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return hour;
    }

    private static boolean isOpen(LocalTime time) {
        return !time.isBefore(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(19, 59));
    }

    private static void assertNothingWrong(String campaign) {
        RecruitingPromises.ALL.forEach((promise, sql) -> assertThat(database.query(sql, campaign)).as(promise).isEmpty());
    }

    private static void assertEnds(List<Candidate> candidates) {
        var status = new HashMap<String, String>();
        database.query("select session_id, session_status from recruiting.session_info")
                .forEach(row -> status.put(row.getString(0), row.getString(1)));
        candidates.forEach(one -> assertThat(status.get(one.session())).as("%s", one).isEqualTo(switch (one.kind()) {
            case 2 -> "completed";
            case 3 -> "opted_out";
            default -> "expired";
        }));
        assertThat(database.query("select id from engine.dead_letter where pack = 'recruiting'")).isEmpty();
    }
}
