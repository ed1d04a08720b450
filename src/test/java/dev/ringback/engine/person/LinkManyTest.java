package dev.ringback.engine.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Many people linked at once are who they would be, linked one by one.
@QuarkusTest
class LinkManyTest {

    private static final Duration LATEST = Duration.ofSeconds(10);

    @Inject
    Database database;
    @Inject
    Persons persons;
    @Inject
    Consent consent;

    private final String tenant = UUID.randomUUID().toString();

    @Test
    void strangers_are_new_the_known_stay_and_who_shares_an_address_is_one() {
        // Given
        link(List.of(known("1", "sarah@chen.example")));

        // When
        link(List.of(known("1", "sarah@chen.example"), known("2", "omar@haddad.example"), known("3", "ana@silva.example"),
                known("4", "li@wei.example", "+12025550123"), known("5", "li@wei.example"), known("1", "sarah@new.example")));

        // Then
        assertThat(person("sarah@chen.example")).isEqualTo(person("sarah@new.example"));
        assertThat(person("li@wei.example")).isEqualTo(person("+12025550123"));
        assertThat(Stream.of("sarah@chen.example", "omar@haddad.example", "ana@silva.example", "li@wei.example").map(this::person))
                .doesNotHaveDuplicates();
        assertThat(rows("select count(*) from engine.person where tenant = $1")).isEqualTo(4);
        assertThat(rows("select count(*) from engine.address where tenant = $1")).isEqualTo(6);
    }

    @Test
    void linked_again_nothing_is_new() {
        // Given
        var people = List.of(known("1", "sarah@chen.example"), known("2", "omar@haddad.example"));
        link(people);
        var before = person("omar@haddad.example");

        // When
        link(people);

        // Then
        assertThat(person("omar@haddad.example")).isEqualTo(before);
        assertThat(rows("select count(*) from engine.person where tenant = $1")).isEqualTo(2);
    }

    @Test
    void a_no_on_one_address_holds_on_the_other_that_comes_with_many() {
        // Given
        link(List.of(known("1", "sarah@chen.example")));
        var no = Refusal.optOut(new Party("growth", tenant, "sarah@chen.example"), Channel.EMAIL, Origin.of("test", Map.of()));
        database.asService(tx -> consent.refuse(tx, no)).await().atMost(LATEST);

        // When
        link(List.of(known("2", "omar@haddad.example"), known("1", "sarah@new.example")));

        // Then
        var suppressed = database.asService(tx -> consent.suppressions(tx, Stream.of("sarah@new.example", "omar@haddad.example")
                .map(address -> new Party("growth", tenant, address)).toList(), Channel.EMAIL)).await().atMost(LATEST);
        assertThat(suppressed).isEqualTo(Map.of("sarah@new.example", "opted_out"));
    }

    private long rows(String query) {
        try (var sql = new TestDatabase()) {
            return sql.query(query, tenant).getFirst().getLong(0);
        }
    }

    private void link(List<Known> all) {
        database.asService(tx -> persons.linkAll(tx, all)).await().atMost(LATEST);
    }

    private Known known(String id, String... addresses) {
        return Known.ofRow("growth", tenant, "lead", id, Stream.of(addresses).map(Address::parse).map(Optional::orElseThrow).toList());
    }

    private UUID person(String address) {
        return database
                .asService(tx -> persons.link(tx, new Known("growth", tenant, List.of(Address.parse(address).orElseThrow()), null, null, "test")))
                .await().atMost(LATEST);
    }
}
