package dev.ringback.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Prospects for tests of the agency pack, made through the functions.
public final class GivenProspects {

    public static final String INTERNAL_CLIENT = "00000000-0000-0000-0000-000000000001";

    /// A token of the agency's own client.
    public static final String CLAIMS = "{\"sub\":\"%s\",\"role\":\"authenticated\",\"app_metadata\":{\"client_id\":\"%s\"}}"
            .formatted(new UUID(0, 7), INTERNAL_CLIENT);

    private GivenProspects() {}

    /// The agency's mail leaves through this server.
    public static void agency(TestDatabase database, MailServer mail) {
        database.query("update growth.clients set outbound_email = 'hello@agency.example', smtp_host = '127.0.0.1', smtp_port = $2 "
                + "where client_id = $1::uuid", UUID.fromString(INTERNAL_CLIENT), mail.port());
        database.query("insert into engine.consent_setting as s (pack, tenant, postal_address) values ('growth', $1, '1 King Street, Toronto') "
                + "on conflict (pack, tenant) do update set postal_address = excluded.postal_address", INTERNAL_CLIENT);
    }

    /// A business that nobody else in the tests has; answers its id.
    ///
    /// @param members beside its name
    public static String prospect(Map<String, ?> members) {
        var row =
                new HashMap<String, Object>(Map.of("business_name", "Birch Plumbing", "website", "https://%s.example".formatted(UUID.randomUUID())));
        row.putAll(members);
        return Api.post("growth-prospect-upsert", Api.SECRET_KEY, Map.of("rows", List.of(row))).statusCode(200).extract()
                .path("accepted[0].prospect_id");
    }
}
