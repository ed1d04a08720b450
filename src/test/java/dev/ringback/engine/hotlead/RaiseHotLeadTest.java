package dev.ringback.engine.hotlead;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.alert.HotLead;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// Many see at once that somebody wants to buy.
@QuarkusTest
class RaiseHotLeadTest extends GrowthStage {

    @Inject
    Database application;
    @Inject
    RaiseHotLead raiseHotLead;

    private final String owner = "owner.%s@maple.example".formatted(UUID.randomUUID());
    private final String lead = UUID.randomUUID().toString();
    private String tenant;

    @BeforeEach
    void client() {
        tenant = GivenGrowth.client(mail, Map.of()).id();
    }

    @Test
    void it_is_told_once_by_mail_and_webhook_however_often_and_from_where_it_is_raised() throws IOException {
        try (var shop = new FakeProvider()) {
            // Given
            shop.answers(204, "");
            database.query("select vault.create_secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', $1)", "alerts-" + tenant);
            database.query("insert into engine.alert_setting (pack, tenant, email, webhook_url, webhook_secret_name)"
                    + " values ('growth', $1, $2, $3, $4)", tenant, owner, shop.url() + "/hooks", "alerts-" + tenant);

            // When
            IntStream.range(0, 8).parallel().forEach(_ -> raise("card-1"));
            raise("card-1");
            tick();

            // Then
            assertThat(mail.sentTo(owner)).hasSize(1);
            assertThat(shop.asked()).hasSize(1);
            raise("card-2");
            tick();
            assertThat(mail.sentTo(owner)).hasSize(2);
        }
    }

    private void raise(String opportunity) {
        var hot = new HotLead(new Subject("growth", tenant, "lead", lead), opportunity, 90, List.of("intent.pricing"));
        application.asService(tx -> raiseHotLead.raise(tx, hot)).await().indefinitely();
    }
}
