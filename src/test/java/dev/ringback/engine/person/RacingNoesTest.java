package dev.ringback.engine.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.sql.Database;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever crosses a no: once both are committed it holds on every address of the person.
@QuarkusTest
class RacingNoesTest {

    private static final int ROUNDS = 40;
    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Optional<String> NO = Optional.of("opted_out");

    @Inject
    Database database;
    @Inject
    Persons persons;
    @Inject
    Consent consent;

    private final String tenant = UUID.randomUUID().toString();

    private record Person(Address email, Address phone) {}

    @Test
    void a_no_that_crosses_a_link_holds_on_both_addresses() {
        // Given
        var people = people();

        // When
        people.forEach(one -> together(link(one), refuse(one.email(), Channel.EMAIL), one.phone().value().endsWith("0")));

        // Then
        assertThat(people).allSatisfy(one -> assertThat(standing(one)).containsExactly(NO, NO));
    }

    @Test
    void noes_on_two_channels_of_a_person_are_both_kept() {
        // Given
        var people = people();
        people.forEach(one -> link(one).await().atMost(LATEST));

        // When
        people.forEach(one -> together(refuse(one.phone(), Channel.SMS), refuse(one.email(), Channel.EMAIL), one.phone().value().endsWith("0")));

        // Then
        assertThat(people).allSatisfy(one -> assertThat(standing(one)).containsExactly(NO, NO));
    }

    private static List<Person> people() {
        return IntStream.range(0, ROUNDS)
                .mapToObj(nth -> new Person(new Address(Address.Kind.EMAIL, UUID.randomUUID() + "@people.example"),
                        new Address(Address.Kind.PHONE, "+1202555%03d%d".formatted(nth, nth % 2))))
                .toList();
    }

    private static void together(Uni<?> one, Uni<?> other, boolean otherFirst) {
        var pair = otherFirst ? List.of(other, one) : List.of(one, other);
        Uni.join().all(pair.stream().map(each -> each.replaceWithVoid()).toList()).andFailFast().await().atMost(LATEST);
    }

    private Uni<UUID> link(Person one) {
        return database.asService(tx -> persons.link(tx, new Known("growth", tenant, List.of(one.email(), one.phone()), null, null, "test")));
    }

    private Uni<Void> refuse(Address address, Channel channel) {
        return database.asService(tx -> consent.refuse(tx, Refusal.optOut(party(address), channel, Origin.of("test", Map.of()))));
    }

    private List<Optional<String>> standing(Person one) {
        return List.of(suppression(one.email(), Channel.EMAIL), suppression(one.phone(), Channel.SMS));
    }

    private Optional<String> suppression(Address address, Channel channel) {
        return database.asService(tx -> consent.suppression(tx, party(address), channel)).await().atMost(LATEST);
    }

    private Party party(Address address) {
        return new Party("growth", tenant, address.value());
    }
}
