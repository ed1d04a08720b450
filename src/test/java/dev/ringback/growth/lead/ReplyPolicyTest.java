package dev.ringback.growth.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.growth.lead.LeadToAnswer.House;
import dev.ringback.growth.lead.LeadToAnswer.Standing;
import dev.ringback.growth.lead.ReplyPolicy.Decision.Reply;
import dev.ringback.growth.lead.ReplyPolicy.Decision.Withhold;
import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyPolicyTest {

    private static final Instant SUBMITTED = Instant.parse("2026-03-02T15:00:00Z");
    private static final UUID ID = UUID.fromString("6f0f1a8e-0d5e-4a0c-9a52-1c7b8f1f0c11");
    private static final Standing LIVE = new Standing("Active", false, false);
    private static final LeadConfig CONFIG = new Config(LocalTime.of(9, 0), LocalTime.of(17, 0), Duration.ofHours(24));

    private record Config(LocalTime opens, LocalTime closes, Duration causeMaxAge) implements LeadConfig {}

    // Each row is Toronto's clock; the lead wrote a minute before.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Instant  | 2026-03-02T03:00:00-05:00 | 2026-03-02T03:00:00-05:00
            Instant  | 2026-03-02T12:00:00-05:00 | 2026-03-02T12:00:00-05:00
            Same day | 2026-03-02T03:00:00-05:00 | 2026-03-02T09:00:00-05:00
            Same day | 2026-03-02T08:59:59-05:00 | 2026-03-02T09:00:00-05:00
            Same day | 2026-03-02T12:00:00-05:00 | 2026-03-02T12:00:00-05:00
            Same day | 2026-03-02T16:59:00-05:00 | 2026-03-02T16:59:00-05:00
            Same day | 2026-03-02T16:59:01-05:00 | 2026-03-03T09:00:00-05:00
            Same day | 2026-03-02T17:00:00-05:00 | 2026-03-03T09:00:00-05:00
            Same day | 2026-03-07T22:00:00-05:00 | 2026-03-08T09:00:00-04:00
            """)
    void a_reply_leaves_by_its_clients_speed_and_clock(String speed, String now, String dueAt) {
        // Given
        var t = instant(now);

        // When
        var decision = ReplyPolicy.decide(lead(ID, LIVE, t.minusSeconds(60), speed, "America/Toronto"), t, CONFIG);

        // Then
        assertThat(decision).isEqualTo(new Reply(instant(dueAt)));
    }

    @Test
    void within_the_hour_is_15_to_55_minutes_and_the_same_at_every_retry() {
        Cases.check(2_000, random -> {
            // Given
            var lead = lead(uuid(random), LIVE, SUBMITTED.plusMillis(random.nextInt(1_000_000)), "Within 1 hour", "America/Toronto");

            // When
            var decision = ReplyPolicy.decide(lead, lead.lastSubmittedAt().plusSeconds(1), CONFIG);

            // Then
            assertThat(wait(lead, decision)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(55));
            assertThat(ReplyPolicy.decide(lead, lead.lastSubmittedAt().plusSeconds(50_000), CONFIG)).isEqualTo(decision);
        });
    }

    @Test
    void leads_of_one_moment_are_spread_over_those_minutes() {
        // Given
        var minutes = new HashSet<Long>();

        // When
        Cases.check(2_000, random -> {
            var lead = lead(uuid(random), LIVE, SUBMITTED, "Within 1 hour", "America/Toronto");
            minutes.add(wait(lead, ReplyPolicy.decide(lead, SUBMITTED, CONFIG)).toMinutes());
        });

        // Then
        assertThat(minutes).hasSize(41);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mars/Olympus", "Toronto", "EST5EDT4", "america/toronto;", "../../etc"})
    void an_unknown_zone_never_means_now(String zone) {
        assertThat(ReplyPolicy.decide(lead(ID, LIVE, SUBMITTED, "Same day", zone), SUBMITTED, CONFIG)).isEqualTo(new Withhold("zone_unknown"));
    }

    @ParameterizedTest
    @CsvSource({"Instant", "Within 1 hour"})
    void a_speed_that_needs_no_zone_asks_for_none(String speed) {
        assertThat(ReplyPolicy.decide(lead(ID, LIVE, SUBMITTED, speed, "Mars/Olympus"), SUBMITTED, CONFIG)).isInstanceOf(Reply.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # tag    | deleted | test  | age     | reason
            Active   | true    | true  | PT48H   | lead_deleted
            Deleted  | false   | true  | PT48H   | lead_deleted
            Archived | false   | true  | PT48H   | lead_archived
            Active   | false   | true  | PT48H   | test_record
            Active   | false   | false | PT24H1S | too_old
            Active   | false   | false | PT24H   | -
            -        | false   | false | PT1S    | -
            """)
    void the_first_reason_against_it_withholds(String tag, boolean deleted, boolean isTest, Duration age, String reason) {
        // When
        var decision = ReplyPolicy.decide(lead(ID, new Standing(tag, deleted, isTest), SUBMITTED, "Instant", "America/Toronto"), SUBMITTED.plus(age),
                CONFIG);

        // Then
        assertThat(decision).isEqualTo(reason == null ? new Reply(SUBMITTED.plus(age)) : new Withhold(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "bob@", "bob smith@example.com", "bob@example.com\r\nBcc: eve@example.com"})
    void what_is_no_address_is_not_written_to(String email) {
        // Given
        var lead = new LeadToAnswer(ID, ID, email, "Bob", "How much?", "en", "High", "pricing", LIVE, SUBMITTED,
                new House("Acme", "", "", "Instant", "America/Toronto", "Neutral"));

        // When
        var decision = ReplyPolicy.decide(lead, SUBMITTED, CONFIG);

        // Then
        assertThat(decision).isEqualTo(new Withhold("invalid_address"));
    }

    private static LeadToAnswer lead(UUID id, Standing standing, Instant submittedAt, String speed, String zone) {
        return new LeadToAnswer(id, ID, "bob@example.com", "Bob", "How much?", "en", "High", "pricing", standing, submittedAt,
                new House("Acme", "", "", speed, zone, "Neutral"));
    }

    private static Duration wait(LeadToAnswer lead, ReplyPolicy.Decision decision) {
        return Duration.between(lead.lastSubmittedAt(), ((Reply) decision).dueAt());
    }

    private static UUID uuid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Instant instant(String withOffset) {
        return OffsetDateTime.parse(withOffset).toInstant();
    }
}
