package dev.ringback.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;

/// Leads that write, by the function and by plain SQL. Whoever sends one tries until it is taken, as a form does.
final class Traffic implements AutoCloseable {

    private static final int MOST_TRIES = 600;
    private static final int PAUSE_MILLIS = 100;

    private final Stage stage;
    private final Fleet fleet;
    private final RandomGenerator random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> emails = new ArrayList<>();
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private final String key;
    private final UUID client;

    Traffic(Stage stage, Fleet fleet, RandomGenerator random) throws IOException {
        this.stage = stage;
        this.fleet = fleet;
        this.random = random;
        var registration = JsonObject.of("business_name", "Maple Roofing", "email", "owner@maple.example", "outbound_email", "hello@maple.example");
        var answer = new JsonObject(fleet.any().post("growth-client-register", registration.encode(), "apikey", Api.SECRET_KEY).body());
        key = answer.getString("api_key");
        client = UUID.fromString(answer.getString("client_id"));
    }

    /// One more lead, on its way when this returns.
    void submit() {
        var email = "lead.%d@people.example".formatted(emails.size());
        emails.add(email);
        BooleanSupplier attempt = random.nextBoolean() ? () -> byFunction(email) : () -> bySql(email);
        calls.add(CompletableFuture.runAsync(() -> until(attempt), threads));
    }

    /// Who wrote.
    List<String> emails() {
        return List.copyOf(emails);
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

    private boolean byFunction(String email) {
        var app = fleet.any();
        try {
            var lead = JsonObject.of("email", email, "name", "Sarah Chen", "message", "Hi! Our roof leaks.").encode();
            return app != null && app.post("growth-lead-submit", lead, "apikey", key, "idempotency-key", email).statusCode() == 200;
        } catch (IOException killed) {
            return false;
        }
    }

    private boolean bySql(String email) {
        try {
            stage.query("insert into growth.lead_memory (client_id, email, name, message) values ($1, $2, 'Sarah Chen', 'Hi! Our roof leaks.') "
                    + "on conflict do nothing", client, email);
            return true;
        } catch (RuntimeException databaseAway) {
            return false;
        }
    }
}
