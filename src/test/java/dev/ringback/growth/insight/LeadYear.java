package dev.ringback.growth.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.TestDatabase;

/// What happens with clients' leads in a year, made up day by day, with all that a year brings: leads that are imported late, tests
/// found out afterwards, rows that are taken away.
final class LeadYear {

    private static final String[] URGENCIES = {"Low", "Medium", "High"};
    private static final String[] TONES = {"Professional", "Friendly", "Formal", "Energetic", "Urgent", "Neutral"};
    private static final String[] SOURCES = {"organic_search", "referral", "paid_ads", "partner", null};
    private static final int WEEK_SECONDS = 7 * 86_400;
    private static final int RECENT = 40;
    private static final String ACT = """
            insert into growth.lead_actions (lead_id, client_id, action_type, tag, conversion_outcome, detail, "timestamp")
            select id, client_id, $2::text, $3::text, $4::boolean, $5::text, $6::timestamptz from growth.lead_memory where id = $1::uuid""";

    private final TestDatabase database;
    private final RandomGenerator random;
    private final List<UUID> clients;
    private final List<UUID> leads = new ArrayList<>();
    // Most leads of a week are alike, so that weeks differ.
    private String mood;

    LeadYear(TestDatabase database, RandomGenerator random, List<UUID> clients) {
        this.database = database;
        this.random = random;
        this.clients = clients;
    }

    /// Everything of one day, which ends at `now`.
    void day(Instant now) {
        database.asOwner(session -> {
            session.query("select set_config('engine.import', 'on', true), set_config('engine.now', $1, true)", now.toString());
            mood = now.getEpochSecond() / WEEK_SECONDS % 2 == 0 ? "High" : "Low";
            for (var i = random.nextInt(9); i > 0; i--) {
                one(session, now.minusSeconds(random.nextInt(40_000)));
            }
            return null;
        });
    }

    private void one(DatabaseSession session, Instant at) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> arrive(session, at);
            case 8 -> arrive(session, at.minusSeconds(random.nextInt(50 * 86_400)));
            case 9, 10 -> writeAgain(session, at);
            case 11 -> act(session, "update", null, "replied", at);
            case 12, 13, 14 -> tag(session, "Converted", at);
            case 15 -> tag(session, "Follow-Up", at);
            case 16 -> act(session, "revert", "Active", null, at);
            case 17 -> tag(session, random.nextBoolean() ? "Archived" : "Deleted", at);
            case 18 -> session.query("update growth.lead_memory set is_test = not is_test, source = 'found_out' where id = $1", somebody());
            default -> session.query("delete from growth.lead_memory where id = $1", somebody());
        }
    }

    private void arrive(DatabaseSession session, Instant at) {
        var lead = UUID.randomUUID();
        leads.add(lead);
        session.query("""
                insert into growth.lead_memory (id, client_id, email, name, tone, urgency, confidence_score, tone_history, urgency_history,
                       confidence_history, source, industry, estimated_value, "timestamp", last_updated, last_submitted_at)
                select $1::uuid, $2::uuid, $1::uuid || '@people.example', 'Sarah', $3::text, $4::text, $5::numeric,
                       jsonb_build_array(jsonb_build_object('value', $3::text, 'timestamp', $7::timestamptz)),
                       jsonb_build_array(jsonb_build_object('value', $4::text, 'timestamp', $7::timestamptz)),
                       jsonb_build_array(jsonb_build_object('value', $5::numeric, 'timestamp', $7::timestamptz)),
                       $6::text, $6::text, $8::numeric, $7::timestamptz, $7::timestamptz, $7::timestamptz""",
                lead, client(), any(TONES), random.nextInt(4) == 0 ? any(URGENCIES) : mood, score(), any(SOURCES), utc(at),
                BigDecimal.valueOf(random.nextInt(900_000), 2));
        session.query(ACT, lead, "insert", "Active", false, "submitted", utc(at));
    }

    private void writeAgain(DatabaseSession session, Instant at) {
        var lead = somebody();
        var urgency = any(URGENCIES);
        session.query("""
                update growth.lead_memory set urgency = $2::text, last_submitted_at = $3::timestamptz, last_updated = $3::timestamptz,
                       urgency_history = urgency_history || jsonb_build_object('value', $2::text, 'timestamp', $3::timestamptz)
                 where id = $1::uuid""", lead, urgency, utc(at));
        session.query(ACT, lead, "update", null, false, "submitted", utc(at));
    }

    private void tag(DatabaseSession session, String tag, Instant at) {
        var lead = somebody();
        session.query("update growth.lead_memory set current_tag = $2, last_updated = $3 where id = $1", lead, tag, utc(at));
        session.query(ACT, lead, "tag", tag, tag.equals("Converted"), null, utc(at));
    }

    private void act(DatabaseSession session, String type, String tag, String detail, Instant at) {
        session.query(ACT, somebody(), type, tag, false, detail, utc(at));
    }

    private BigDecimal score() {
        return BigDecimal.valueOf(random.nextInt(101), 2);
    }

    // Perhaps one that is gone: then nothing happens.
    private UUID somebody() {
        return leads.isEmpty() ? UUID.randomUUID()
                : any(random.nextInt(10) == 0 ? leads : leads.subList(Math.max(0, leads.size() - RECENT), leads.size()));
    }

    // Two thirds are the first one's.
    private UUID client() {
        return clients.get(Math.max(0, random.nextInt(3 * clients.size()) - 2 * clients.size()));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
