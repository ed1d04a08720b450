package dev.ringback.growth.probe;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Api;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/// A prospect's form that stands inside somebody's network is not asked for, as in production.
@QuarkusTest
@TestProfile(PrivateAddressTest.PublicOnly.class)
class PrivateAddressTest extends GrowthStage {

    public static class PublicOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringback.net.allow-private", "false");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:%d/contact, form_address_not_public
            http://[::1]:%d/contact, form_address_not_public
            http://localhost:%d/contact, form_host_malformed
            http://2130706433:%d/contact, form_host_malformed""")
    void is_reported_and_never_reached(String page, String reason) throws Exception {
        // Given
        try (var site = new FakeProvider().answers(200, "<form></form>")) {
            var prospect = GivenProspects.prospect(Map.of("form_url", page.formatted(site.url().getPort())));
            Api.post("growth-prospect-probe", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200);

            // When
            Api.dispatch();

            // Then
            Api.get("growth-prospect-probe/" + prospect, Api.SECRET_KEY).body("items[0].status", is("failed"),
                    "items[0].reason", is(reason), "items[0].response_score", nullValue());
            assertThat(site.asked()).isEmpty();
        }
    }
}
