package dev.ringback.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import io.vertx.core.json.JsonObject;

import dev.ringback.crash.Stage.Client;

/// Leads that write, by the function and by plain SQL, to a client whose mail leaves through Resend and to one with a mail server; some
/// are sent a text besides. Whoever sends a lead tries until it is taken, as a form does.
final class Traffic implements AutoCloseable {

    private static final int MOST_TRIES = 3_000;
    private static final int PAUSE_MILLIS = 100;

    private static final JsonObject TEXT =
            JsonObject.of("name", "Sarah", "business_name", "Maple", "tagline", "", "booking_link", "", "urgency", "Low");

    private final Stage stage;
    private final Fleet fleet;
    private final RandomGenerator random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> emails = new ArrayList<>();
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private final List<Client> clients;

    Traffic(Stage stage, Fleet fleet, RandomGenerator random) throws IOException {
        this.stage = stage;
        this.fleet = fleet;
        this.random = random;
        this.clients = List.of(stage.register(fleet.any(), "maple"), stage.register(fleet.any(), "cedar"));
        stage.query("update engine.sender_identity set provider = 'smtp' where tenant = $1::uuid::text", clients.getLast().id());
        clients.forEach(client -> stage.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) "
                + "values ('growth', $1::uuid::text, 'sms', 'Maple Roofing', '+14155550100')", client.id()));
    }

    /// One more lead, on its way when this returns.
    void submit() {
        int nth = emails.size();
        var email = "lead.%d@people.example".formatted(nth);
        emails.add(email);
        var client = clients.get(random.nextInt(clients.size()));
        BooleanSupplier attempt = random.nextBoolean() ? () -> byFunction(client, email) : () -> bySql(client, email, nth);
        calls.add(CompletableFuture.runAsync(() -> until(attempt), threads));
    }

    /// Who wrote.
    List<String> emails() {
        return List.copyOf(emails);
    }

    int submitted() {
        return emails.size();
    }

    long underWay() {
        return calls.stream().filter(call -> !call.isDone()).count();
    }

    /// Waits until the last is taken.
    void finish() {
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static void until(BooleanSupplier attempt) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (attempt.getAsBoolean()) {
                return;
            }
            Stage.pause(PAUSE_MILLIS);
        }
        throw new IllegalStateException("not taken");
    }

    private boolean byFunction(Client client, String email) {
        var app = fleet.any();
        try {
            var lead = JsonObject.of("email", email, "name", "Sarah Chen", "message", "Hi! Our roof leaks.").encode();
            return app != null && app.post("growth-lead-submit", lead, "apikey", client.key(), "idempotency-key", email).statusCode() == 200;
        } catch (IOException killed) {
            return false;
        }
    }

    // No pack plans texts to leads yet, so the message stands here as the engine would have planned it.
    private boolean bySql(Client client, String email, int nth) {
        try {
            stage.query("""
                    with lead as (
                        insert into growth.lead_memory (client_id, email, name, message) values ($1, $2, 'Sarah Chen', 'Hi! Our roof leaks.')
                        on conflict do nothing
                        returning id
                    ), planned as (
                        insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash,
                                                    template_key, language, tone, variables, status, planned_at)
                        select gen_random_uuid(), 'growth', $1::uuid::text, 'lead', id::text, 'crash-text', 'out', 'sms', $3::text,
                               sha256($3::text::bytea), 'lead-reply', 'en', 'Neutral', $4::jsonb, 'planned', now()
                          from lead
                        returning id, subject_id
                    )
                    select engine.enqueue('growth', 'engine.send', $1::uuid::text, 'lead', subject_id, 'engine.send:' || id, now(),
                                          jsonb_build_object('message', id))
                      from planned""", client.id(), email, "+1415%07d".formatted(2_000_000 + nth), TEXT);
            return true;
        } catch (RuntimeException databaseAway) {
            return false;
        }
    }
}
