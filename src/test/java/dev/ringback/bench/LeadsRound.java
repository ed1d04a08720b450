package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.local.database.DatabaseSession;

/// The document's dashboard and our list of leads, at a million leads of 300 clients of very different size: the largest has a
/// seventh of all, one has exactly 1,000 active leads.
final class LeadsRound {

    private static final String SECTION = "Leads (1 M of 300 clients)";
    private static final int ALL = 1_000_000;
    private static final int SLICE = 50_000;
    private static final int QUESTIONS = 500;
    private static final int WARM_UP = 50;
    private static final int PAGE = 101;
    private static final double DASHBOARD_MILLIS = 20;
    private static final double PAGE_MILLIS = 10;
    private static final String MEDIUM = "00000000-0000-4000-8000-0000000003e8";
    private static final String LARGEST = "00000000-0000-4000-8000-000000000000";
    private static final String DASHBOARD = """
            SELECT lm.*, la.tag, la.timestamp as last_action_time
            FROM growth.lead_memory lm
            LEFT JOIN LATERAL (
              SELECT tag, timestamp FROM growth.lead_actions WHERE lead_id = lm.id ORDER BY timestamp DESC LIMIT 1
            ) la ON true
            WHERE lm.client_id = $1
              AND lm.is_test = false AND lm.archived = false AND lm.deleted = false AND lm.current_tag = 'Active'
            ORDER BY lm.timestamp DESC""";
    private static final String INDEXES = """
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
              from pg_index i join pg_class c on c.oid = i.indexrelid
             where i.indrelid in ('growth.lead_memory'::regclass, 'growth.lead_actions'::regclass)
               and not exists (select from pg_constraint where conindid = i.indexrelid)""";
    private static final OffsetDateTime START_AT = OffsetDateTime.parse("2030-01-01T00:00:00Z");
    private static final UUID START_ID = new UUID(-1, -1);
    private static final Path LIST = Path.of("src/main/resources/dev/ringback/growth/list/ListRepository.sql");

    private final BenchServer server;
    private final Figures figures;

    LeadsRound(BenchServer server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    void run() {
        var address = server.migrated("ringback_leads");
        try (var session = server.open(address)) {
            fill(session);
            server.vacuum(address);
            figures.atMost(SECTION, "dashboard of a client with 1,000 active leads, p99",
                    measure(_ -> dashboard(session)).millis(99), "ms", DASHBOARD_MILLIS);
            figures.atMost(SECTION, "growth-leads of the largest client, any page, as the client, p99", pages(session).millis(99), "ms", PAGE_MILLIS);
        } finally {
            server.drop("ringback_leads");
        }
    }

    // Building an index once is several times faster than keeping it up.
    private static void fill(DatabaseSession session) {
        session.run("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
        var indexes = session.query(INDEXES);
        indexes.forEach(index -> session.run("drop index " + index.getString(0)));
        clients(session);
        IntStream.range(0, ALL / SLICE).forEach(slice -> leads(session, slice * SLICE + 1));
        activeLeads(session);
        // One line in each history, three in those that the dashboard asks for.
        session.query("""
                insert into growth.lead_actions (lead_id, client_id, action_type, tag, "timestamp")
                select l.id, l.client_id, case nth when 1 then 'insert' else 'tag' end, l.current_tag, l."timestamp" + nth * interval '1 hour'
                  from growth.lead_memory l
                 cross join lateral generate_series(1, case when l.client_id = $1 then 3 else 1 end) nth""", UUID.fromString(MEDIUM));
        indexes.forEach(index -> session.run(index.getString(1)));
        session.run("reset session_replication_role");
    }

    private static void clients(DatabaseSession session) {
        session.query("""
                insert into growth.clients (client_id, business_name, email, api_key)
                select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Client ' || n, 'client-' || n || '@clients.example',
                       'sha256:' || n
                  from generate_series(0, 299) n
                 union all
                select $1, 'Medium', 'medium@clients.example', 'sha256:m'""", UUID.fromString(MEDIUM));
    }

    private static void leads(DatabaseSession session, int from) {
        session.query("""
                insert into growth.lead_memory (id, client_id, email, name, message, current_tag, archived, urgency, "timestamp", last_submitted_at)
                select gen_random_uuid(), clients.id, 'person-' || n || '@people.example', 'Person ' || n, repeat('Our roof leaks. ', 12),
                       case when n % 20 = 0 then 'Active' when n % 3 = 0 then 'Converted' else 'Follow-Up' end, false, 'Low', at, at
                  from generate_series($1::integer, $2::integer) n
                 cross join lateral (select timestamptz '2026-11-21' - n * interval '1 minute') as past (at)
                 cross join lateral (select floor(300 * power(n::bigint * 7919 % 1000003 / 1000003.0, 3))::bigint) as size (nth)
                 cross join lateral (select ('00000000-0000-4000-8000-' || lpad(to_hex(size.nth), 12, '0'))::uuid) as clients (id)""", from,
                from + SLICE - 1);
    }

    private static void activeLeads(DatabaseSession session) {
        session.query("""
                insert into growth.lead_memory (client_id, email, name, message, "timestamp", last_submitted_at)
                select $1, 'medium-' || n || '@people.example', 'Person ' || n, repeat('Our roof leaks. ', 12), at, at
                  from generate_series(1, 1000) n, lateral (select timestamptz '2026-11-21' - n * interval '9 hours') as past (at)""",
                UUID.fromString(MEDIUM));
    }

    private static void dashboard(DatabaseSession session) {
        if (session.query(DASHBOARD, UUID.fromString(MEDIUM)).size() != 1_000) {
            throw new IllegalStateException("not the 1,000 active leads");
        }
    }

    // As the function asks: one transaction, role and claims set, pages one after the other to the end and again.
    private static Latencies pages(DatabaseSession session) {
        var list = list();
        var before = new ArrayList<Object>(List.of(START_AT, START_ID));
        return measure(_ -> session.inTransaction(() -> {
            session.query("select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)",
                    "{\"role\":\"authenticated\",\"app_metadata\":{\"client_id\":\"%s\"}}".formatted(LARGEST));
            var rows = session.query(list.sql(), list.parameters().stream().map(name -> parameter(name, before)).toArray());
            before.set(0, rows.size() < PAGE ? START_AT : rows.getLast().getOffsetDateTime("last_submitted_at"));
            before.set(1, rows.size() < PAGE ? START_ID : rows.getLast().getUUID("id"));
            return null;
        }));
    }

    private static Object parameter(String name, ArrayList<Object> before) {
        return switch (name) {
            case "before_at" -> before.getFirst();
            case "before_id" -> before.getLast();
            case "limit" -> PAGE;
            default -> null;
        };
    }

    private static Latencies measure(IntConsumer question) {
        var micros = new ArrayList<Long>();
        for (var nth = 0; nth < WARM_UP + QUESTIONS; nth++) {
            var began = System.nanoTime();
            question.accept(nth);
            if (nth >= WARM_UP) {
                micros.add((System.nanoTime() - began) / 1_000);
            }
        }
        return Latencies.of(micros);
    }

    private static Statement list() {
        try {
            return Statements.parse(LIST.toString(), Files.readString(BenchServer.CHECKOUT.resolve(LIST))).all().stream()
                    .filter(statement -> statement.name().equals("list")).findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
