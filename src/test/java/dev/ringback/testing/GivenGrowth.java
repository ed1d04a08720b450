package dev.ringback.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.hamcrest.Matchers.startsWith;

/// Clients and leads for tests of the agency pack, made through the functions.
public final class GivenGrowth {

    private GivenGrowth() {}

    /// A registered client whose mail leaves through the server given.
    ///
    /// @param wishes members of the registration that differ from the plain one
    public static Client client(MailServer mail, Map<String, ?> wishes) {
        var address = "hello@%s.example".formatted(UUID.randomUUID());
        var registration =
                new HashMap<String, Object>(Map.of("business_name", "Maple Roofing", "email", "owner@%s.example".formatted(UUID.randomUUID()),
                        "outbound_email", address, "smtp_host", "127.0.0.1", "smtp_port", mail.port()));
        registration.putAll(wishes);
        var answer = Api.post("growth-client-register", Api.SECRET_KEY, registration).statusCode(201).body("api_key", startsWith("rb_")).extract();
        return new Client(answer.path("client_id"), answer.path("api_key"), address);
    }

    /// @param address who its mail is from
    public record Client(String id, String key, String address) {

        /// Submits a lead; answers its id.
        public String submits(String email, String message) {
            return Api.post("growth-lead-submit", key, Map.of("email", email, "name", "Sarah Chen", "message", message)).statusCode(200).extract()
                    .path("lead_id");
        }
    }

    /// An address that nobody else in the tests has.
    public static String somebody() {
        return "sarah.%s@people.example".formatted(UUID.randomUUID());
    }
}
