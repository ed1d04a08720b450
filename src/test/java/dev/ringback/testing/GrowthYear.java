package dev.ringback.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A year of the agency, made through the functions by ticking time: 50 clients, two of them tests, and 20,000 leads in weekly batches,
/// one in nineteen a test. Leads are answered, followed up, converted, reverted, archived and deleted. What another test wants to do at
/// the end of each week it hands in.
public final class GrowthYear {

    public static final int CLIENTS = 50;
    public static final int LEADS = Boolean.getBoolean("ringback.soak") ? 20_000 : 8_000;
    public static final int WEEKS = 52;

    private static final int TEST_CLIENTS = 2;
    private static final int BATCHES_A_WEEK = 10;
    private static final int WEEKS_UNTIL_LATER = 2;
    private static final List<String> SPEEDS = List.of("Instant", "Within 1 hour", "Same day");
    private static final List<String> MESSAGES = List.of("Hi! Our roof leaks, this is urgent. How much would a repair cost?",
            "Bonjour, je voudrais un devis pour ma toiture", "Could you tell me whether you work in Hamilton?", "We would like to book a visit",
            "I am very disappointed with the last job", "No rush, we only start next year");
    // Shares of a week's leads by the last digits of their number: what a client does with them, and what the database is told.
    private static final String TAGGED = """
            update growth.lead_memory l
               set current_tag = case n % 10 when 0 then 'Follow-Up' when 3 then 'Converted' when 4 then 'Archived' else 'Deleted' end
              from (select id, substring(email from '^p([0-9]+)')::integer as n from growth.lead_memory
                     where "timestamp" = $2::text::timestamptz and source = $1 and current_tag = 'Active') as mine
             where l.id = mine.id and (n % 10 in (0, 3, 4) or n % 100 = 5)""";
    private static final String LATER = """
            update growth.lead_memory l
               set current_tag = case when l.current_tag = 'Follow-Up' then 'Converted' else 'Active' end
              from (select id, substring(email from '^p([0-9]+)')::integer as n from growth.lead_memory
                     where "timestamp" = $2::text::timestamptz and source = $1) as mine
             where l.id = mine.id and (l.current_tag = 'Follow-Up' and n % 4 = 0 or l.current_tag = 'Converted' and n % 50 = 3)""";

    private final TestDatabase database;
    private final String name = "year-" + UUID.randomUUID();
    private final List<GivenGrowth.Client> clients;
    // Of each week's leads, by which they are found.
    private final List<Instant> submittedAt = new ArrayList<>();

    private GrowthYear(TestDatabase database) {
        this.database = database;
        this.clients = IntStream.range(0, CLIENTS).mapToObj(GrowthYear::client).toList();
    }

    /// Answers the source that all its leads have.
    public static String run(TestDatabase database, IntConsumer weekEnded) {
        Api.setClock("2026-01-05T15:00:00Z");
        var year = new GrowthYear(database);
        Api.post("growth-test-data", Api.SECRET_KEY,
                Map.of("client_ids", year.clients.stream().limit(TEST_CLIENTS).map(GivenGrowth.Client::id).toList()))
                .statusCode(200);
        for (var week = 0; week < WEEKS; week++) {
            year.week(week);
            weekEnded.accept(week);
        }
        return year.name;
    }

    /// Whatever is due is done.
    public static void work() {
        var remaining = 1;
        for (var tick = 0; remaining > 0 && tick < 20; tick++) {
            remaining = Api.dispatch().extract().<Integer>path("remaining");
        }
    }

    private void week(int week) {
        submittedAt.add(Api.now());
        for (var batch = 0; batch < BATCHES_A_WEEK; batch++) {
            submit(week, batch);
        }
        work();
        Api.advanceClock("PT5H");
        work();
        tell(TAGGED, week);
        if (week >= WEEKS_UNTIL_LATER) {
            tell(LATER, week - WEEKS_UNTIL_LATER);
        }
        Api.advanceClock("P3D");
        work();
        Api.advanceClock("P3DT19H");
        work();
    }

    private void tell(String sql, int week) {
        database.asService(session -> {
            session.query("select set_config('engine.now', $1, true)", Api.now().toString());
            return session.query(sql, name, submittedAt.get(week).toString());
        });
    }

    private void submit(int week, int batch) {
        var client = clients.get((week * BATCHES_A_WEEK + batch) % CLIENTS);
        var from = week * perWeek() + batch * perBatch();
        var until = Math.min(Math.min(from + perBatch(), (week + 1) * perWeek()), LEADS);
        if (from < until) {
            Api.post("growth-lead-submit/batch", client.key(), Map.of("leads", IntStream.range(from, until).mapToObj(this::lead).toList()))
                    .statusCode(200);
        }
    }

    private Map<String, Object> lead(int nth) {
        return Map.of("email", "p%d.%s@people.example".formatted(nth, name), "name", "Person " + nth, "message", MESSAGES.get(nth % MESSAGES.size()),
                "source", name, "is_test", nth % 19 == 3, "estimated_value", 100 * (nth % 90));
    }

    private static int perWeek() {
        return (LEADS + WEEKS - 1) / WEEKS;
    }

    private static int perBatch() {
        return (perWeek() + BATCHES_A_WEEK - 1) / BATCHES_A_WEEK;
    }

    private static GivenGrowth.Client client(int nth) {
        var address = "hello@%s.example".formatted(UUID.randomUUID());
        var answer = Api.post("growth-client-register", Api.SECRET_KEY, Map.of("business_name", "Client " + nth,
                "email", "owner@%s.example".formatted(UUID.randomUUID()), "outbound_email", address, "followup_speed",
                SPEEDS.get(nth % SPEEDS.size()),
                "language", nth % 2 == 0 ? "en" : "fr")).statusCode(201).extract();
        return new GivenGrowth.Client(answer.path("client_id"), answer.path("api_key"), address);
    }
}
