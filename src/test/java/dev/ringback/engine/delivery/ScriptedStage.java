package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.junit.QuarkusTestProfile;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.breaker.Circuits;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

/// A client whose mail goes through a provider that does as it is told, and somebody who writes to him.
abstract class ScriptedStage extends GrowthStage {

    // What other tests have left would play parts of the script.
    static final String NOTHING_LEFT = "truncate engine.work, engine.waiting, engine.ready, engine.lease, engine.dead_letter";
    private static final String BY_THE_INSTALLATIONS = "update growth.clients set smtp_host = null, smtp_port = null where client_id = $1";

    public static final class ThroughScript implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringback.channel.email.adapter", ScriptedSender.NAME);
        }
    }

    @Inject
    ScriptedSender provider;
    @Inject
    Circuits circuits;

    Client client;
    String sarah;

    @BeforeEach
    void provider() {
        database.query(NOTHING_LEFT);
        provider.reset(Recovery.SAME_KEY);
        closed();
        client = GivenGrowth.client(mail, Map.of());
        database.query(BY_THE_INSTALLATIONS, client.id());
        sarah = GivenGrowth.somebody();
    }

    // What an earlier test had it fail.
    private void closed() {
        var circuit = new Circuit(ScriptedSender.NAME);
        circuits.look(List.of(circuit)).chain(() -> circuits.answered(circuit)).await().indefinitely();
    }

    static UUID message(String lead) {
        return database.query("select id from engine.message where subject_id = $1", lead).getFirst().getUUID(0);
    }

    static String standing(String lead) {
        return standing(message(lead));
    }

    static String standing(UUID message) {
        var row = database.query("select status::text, rule, reason, settled_at is not null as is_settled from engine.message where id = $1", message)
                .getFirst();
        return "%s %s %s %s".formatted(row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3) ? "settled" : "open");
    }
}
