package dev.ringback.growth.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.GrowthYear;
import dev.ringback.testing.KeptMail;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// A year of 50 clients and 20,000 leads, two fifths of them outside of the soak.
@QuarkusTest
@TestProfile(KeptMail.class)
class YearTest {

    // A minute is the aim, and what it took is printed; on a machine that many builds share it was five. Longer is a fault anywhere.
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String OURS = "from growth.lead_memory l join growth.clients c using (client_id) where l.source = $1";
    private static final String TESTS = " and (l.is_test or c.is_test)";
    private static final String SENT = "join engine.message m on m.pack = 'growth' and m.subject_id = l.id::text and m.direction = 'out'";

    private static TestDatabase database;
    private static String year;
    private static Duration taken;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    // Where the application listens is known before each test, and not before all.
    @BeforeEach
    void live_once() {
        if (year == null) {
            live();
        }
    }

    private static void live() {
        var began = System.nanoTime();
        year = GrowthYear.run(database, _ -> {});
        Api.advanceClock("P366D");
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/leads-auto-archive")).then().statusCode(200);
        taken = Duration.ofNanos(System.nanoTime() - began);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void it_passes_in_minutes() {
        System.out.printf("a year of %d clients and %d leads: %d s, %d mails, %d reminders%n", GrowthYear.CLIENTS, count("select count(*) " + OURS),
                taken.toSeconds(), sent("m.step = 'lead-reply'"), sent("m.step = 'follow-up'"));
        assertThat(count("select count(*) " + OURS)).isEqualTo(GrowthYear.LEADS);
        assertThat(taken).isLessThan(LONGEST);
    }

    @Test
    void no_test_lead_is_written_to_and_all_others_are() {
        assertThat(count("select count(*) " + OURS + TESTS)).isGreaterThan(GrowthYear.LEADS * 3L / 40);
        assertThat(count("select count(*) %s".formatted(OURS.replace("where", SENT + " where")) + TESTS + " and m.status <> 'skipped'")).isZero();
        assertThat(sent("m.step = 'lead-reply'")).isEqualTo(count("select count(*) " + OURS + " and not (l.is_test or c.is_test)"));
        assertThat(sent("m.step = 'follow-up'")).isGreaterThan(GrowthYear.LEADS * 3L / 20);
    }

    @Test
    void no_test_lead_is_counted() {
        assertThat(count("select count(*) " + OURS + TESTS + " and l.converted_at is not null")).isGreaterThan(GrowthYear.LEADS / 200L);
        assertThat(count(
                "select count(*) from growth.growth_brain b where b.learning_snapshot ->> 'lead_id' in (select l.id::text " + OURS + TESTS + ")"))
                .isZero();
        assertThat(count("select count(*) " + OURS + " and not (l.is_test or c.is_test) and l.converted_at is not null"
                + " and not exists (select from growth.growth_brain b where b.event_type = 'conversion' and b.client_id = l.client_id"
                + " and b.learning_snapshot @> jsonb_build_object('lead_id', l.id))")).isZero();
    }

    @Test
    void tags_booleans_and_actions_agree() {
        assertThat(count("select count(*) " + OURS + " and (l.archived <> (l.current_tag = 'Archived') or l.deleted <> (l.current_tag = 'Deleted'))"))
                .isZero();
        assertThat(count("""
                select count(*) from growth.lead_memory l
                 where l.source = $1
                   and l.current_tag <> (select a.tag from growth.lead_actions a where a.lead_id = l.id and a.action_type <> 'update'
                                          order by a."timestamp" desc limit 1)""")).isZero();
        // Who was active at its end was idle in the year that followed.
        assertThat(List.of("Follow-Up", "Converted", "Archived", "Deleted"))
                .allSatisfy(tag -> assertThat(count("select count(*) " + OURS + " and l.current_tag = '" + tag + "'")).as(tag).isPositive());
    }

    @Test
    void who_was_idle_for_a_year_is_archived_with_a_line_in_his_history() {
        var before = Api.now().minus(Duration.ofDays(365));

        assertThat(count("select count(*) " + OURS + " and l.current_tag = 'Active' and l.last_submitted_at < '" + before + "'"
                + " and not exists (select from growth.lead_actions a where a.lead_id = l.id and a.\"timestamp\" >= '" + before + "')")).isZero();
        assertThat(count("select count(*) " + OURS + " and l.current_tag = 'Archived' and exists (select from growth.lead_actions a"
                + " where a.lead_id = l.id and a.action_type = 'archive' and a.\"timestamp\" >= '" + Instant.parse("2027-01-04T00:00:00Z") + "')"))
                .isPositive();
    }

    private static long sent(String step) {
        return count("select count(*) %s".formatted(OURS.replace("where", SENT + " where")) + " and " + step + " and m.sent_at is not null");
    }

    private static long count(String sql) {
        return database.query(sql, year).getFirst().getLong(0);
    }
}
