package dev.ringback.engine.thread;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.ringback.engine.consent.EmailAddress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ReplyAddressesTest {

    private static final UUID MESSAGE = UUID.fromString("f0e1d2c3-58f5-5c3e-9d0a-5b7c1f2e3d4a");
    private static final ReplyAddresses OLD = addresses("in.maple.example", Map.of("k1", "one"));
    private static final ReplyAddresses BOTH = addresses("in.maple.example", Map.of("k1", "one", "k2", "two"));
    private static final ReplyAddresses NEW = addresses("in.maple.example", Map.of("k2", "two"));

    private record Config(Optional<String> replyDomain, Map<String, Optional<String>> keys) implements ReplyConfig {}

    @Test
    void an_address_names_its_message_however_it_is_written() {
        // When
        var address = OLD.of(MESSAGE).orElseThrow();

        // Then
        assertThat(EmailAddress.parse(address)).map(EmailAddress::value).contains(address);
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(OLD.read(List.of("hello@maple.example", address))).contains(MESSAGE);
        assertThat(OLD.read(List.of(address.toUpperCase(Locale.ROOT)))).contains(MESSAGE);
    }

    @Test
    void one_letter_that_differs_names_nothing() {
        // Given
        var address = OLD.of(MESSAGE).orElseThrow().getBytes(UTF_8);

        // When
        var read = IntStream.range(0, address.length).mapToObj(at -> {
            var other = address.clone();
            other[at] ^= 1;
            return OLD.read(List.of(new String(other, UTF_8)));
        });

        // Then
        assertThat(read).allMatch(Optional::isEmpty);
    }

    @Test
    void both_keys_count_while_they_change() {
        assertThat(BOTH.read(List.of(OLD.of(MESSAGE).orElseThrow()))).contains(MESSAGE);
        assertThat(BOTH.read(List.of(NEW.of(MESSAGE).orElseThrow()))).contains(MESSAGE);
        assertThat(NEW.read(List.of(OLD.of(MESSAGE).orElseThrow()))).isEmpty();
        assertThat(BOTH.of(MESSAGE)).isEqualTo(NEW.of(MESSAGE));
    }

    @Test
    void without_a_domain_or_a_key_there_are_none() {
        assertThat(addresses(null, Map.of("k1", "one")).headers(MESSAGE)).isEmpty();
        assertThat(addresses("in.maple.example", Map.of()).headers(MESSAGE)).isEmpty();
        assertThat(OLD.headers(MESSAGE)).containsOnlyKeys("Reply-To");
    }

    private static ReplyAddresses addresses(String domain, Map<String, String> keys) {
        var encoded = keys.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                key -> Optional.of(Base64.getEncoder().encodeToString(key.getValue().repeat(11).getBytes(UTF_8)))));
        return new ReplyAddresses(new Config(Optional.ofNullable(domain), encoded));
    }
}
