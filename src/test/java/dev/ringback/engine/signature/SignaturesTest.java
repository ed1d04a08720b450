package dev.ringback.engine.signature;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Each scheme by its vector, and by everything that must not pass for it.
class SignaturesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Scheme> schemes() {
        return Schemes.all();
    }

    static Stream<Scheme> timed() {
        return Schemes.all().filter(scheme -> scheme.tolerance() != null);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void the_vector_verifies(Scheme scheme) {
        assertThat(scheme.verifies(scheme.call())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void one_byte_of_the_body_that_differs_refuses(Scheme scheme) {
        // Given
        var body = scheme.call().body();
        var signed = scheme.inBody() ? positions(scheme, "1760000000", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0",
                "c91e13383e78366ee1f37fc48fb71351ecaf63faefe90433933a826df302181c") : IntStream.range(0, body.length).boxed().toList();

        // When
        var passed = signed.stream().filter(at -> scheme.verifies(scheme.withBody(flipped(body, at)))).toList();

        // Then
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void one_byte_of_a_header_that_differs_refuses(Scheme scheme) {
        for (var header : scheme.headers()) {
            // Given
            var value = scheme.call().header(header).orElseThrow().getBytes(UTF_8);

            // When
            var passed = IntStream.range(0, value.length)
                    .filter(at -> scheme.verifies(scheme.with(header, List.of(new String(flipped(value, at), UTF_8))))).toArray();

            // Then
            assertThat(passed).as(header).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void one_byte_of_the_key_that_differs_refuses(Scheme scheme) {
        // Given
        var bytes = key(scheme);

        // When
        var passed = IntStream.range(0, bytes.length).filter(at -> isTaken(scheme, secret(scheme, flipped(bytes, at)))).toArray();

        // Then
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void a_header_that_is_missing_empty_or_there_twice_refuses(Scheme scheme) {
        for (var header : scheme.headers()) {
            // Given
            var value = scheme.call().header(header).orElseThrow();

            // When
            var passed =
                    Stream.of(List.<String>of(), List.of(""), List.of(" "), List.of(value, value), List.of(value, "other"), List.of("other", value))
                            .filter(values -> scheme.verifies(scheme.with(header, values))).toList();

            // Then
            assertThat(passed).as(header).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("timed")
    void a_stale_call_and_one_of_the_future_are_refused(Scheme scheme) {
        // When
        var signature = scheme.by().apply(List.of(scheme.secret()));

        // Then
        assertThat(signature.verifies(scheme.call(), scheme.signedAt().plus(scheme.tolerance()))).isTrue();
        assertThat(signature.verifies(scheme.call(), scheme.signedAt().plus(scheme.tolerance()).plus(SECOND))).isFalse();
        assertThat(signature.verifies(scheme.call(), scheme.signedAt().minus(scheme.tolerance()).minus(SECOND))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void the_old_secret_holds_until_the_rotation_has_ended(Scheme scheme) {
        assertThat(scheme.verifiesBy(List.of(scheme.otherSecret(), scheme.secret()))).isTrue();
        assertThat(scheme.verifiesBy(List.of(scheme.otherSecret()))).isFalse();
        assertThat(scheme.verifiesBy(List.of())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void an_empty_secret_stops_the_start(Scheme scheme) {
        assertThatThrownBy(() -> scheme.by().apply(List.of(" "))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://mycompany.com/myapp.php?foo=1&bar=2     | RSOYDt4T1cUTdK1PDd93/VVr8B8= | true
            https://mycompany.com:443/myapp.php?foo=1&bar=2 | RSOYDt4T1cUTdK1PDd93/VVr8B8= | true
            https://mycompany.com/myapp.php?foo=1&bar=2     | kvajT1Ptam85bY51eRf/AJRuM3w= | true
            https://mycompany.com:443/myapp.php?foo=1&bar=2 | kvajT1Ptam85bY51eRf/AJRuM3w= | true
            https://mycompany.com/myapp.php?bar=2&foo=1     | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
            https://mycompany.com/myapp.php                 | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
            http://mycompany.com/myapp.php?foo=1&bar=2      | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
            https://mycompanz.com/myapp.php?foo=1&bar=2     | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
            """)
    void twilio_signs_the_address_with_its_port_or_without(String address, String signature, boolean verifies) {
        var scheme = Schemes.twilio(address, signature);

        assertThat(scheme.verifies(scheme.call())).isEqualTo(verifies);
    }

    @Test
    void every_byte_of_the_address_counts_for_twilio() {
        // Given
        var scheme = Schemes.twilio(Schemes.HERE_TWILIO, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        var address = Schemes.HERE_TWILIO.getBytes(UTF_8);

        // When
        var passed = IntStream.range(0, address.length).filter(at -> scheme.verifies(scheme.at(new String(flipped(address, at), UTF_8)))).toArray();

        // Then
        assertThat(passed).isEmpty();
    }

    static String otherEcKey() {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return Base64.getEncoder().encodeToString(keys.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Integer> positions(Scheme scheme, String... parts) {
        var body = new String(scheme.call().body(), UTF_8);
        return Stream.of(parts).filter(body::contains)
                .flatMap(part -> IntStream.range(body.indexOf(part), body.indexOf(part) + part.length()).boxed()).toList();
    }

    // Keys that are written as base64 differ in their bytes, since the last letter of that has bits that say nothing.
    private static byte[] key(Scheme scheme) {
        return isBase64(scheme) ? Base64.getDecoder().decode(scheme.secret().replace("whsec_", "")) : scheme.secret().getBytes(UTF_8);
    }

    private static String secret(Scheme scheme, byte[] key) {
        return isBase64(scheme) ? Base64.getEncoder().encodeToString(key) : new String(key, UTF_8);
    }

    private static boolean isBase64(Scheme scheme) {
        return scheme.name().startsWith("standard") || scheme.name().equals("telnyx") || scheme.name().equals("sendgrid");
    }

    private static boolean isTaken(Scheme scheme, String secret) {
        try {
            return scheme.verifiesBy(List.of(secret));
        } catch (IllegalStateException noKey) {
            return false;
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var other = bytes.clone();
        other[at] ^= 1;
        return other;
    }
}
