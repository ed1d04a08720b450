package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.testing.Cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The vector is the one that the specification's own libraries test themselves with; Svix's is the same.
class StandardWebhooksTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "whsec_" + SECRET, "v1,whsec_" + SECRET})
    void the_specifications_vector_verifies_by_every_form_of_its_secret(String secret) {
        assertThat(StandardWebhooks.sign(ID, TIMESTAMP, BODY, secret)).isEqualTo(SIGNATURE);
        assertThat(verifies(SIGNATURE, secret)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1,AAA= %s             | true
            %s v1,AAA=             | true
            v1,AAA=, %s            | true
            %s, v1,AAA=            | true
            v1a,AAAA %s            | true
            v1a,AAAA               | false
            v2,%s                  | false
            v1,AAA=,%s             | false
            """)
    void one_signature_of_several_is_enough(String header, boolean verifies) {
        assertThat(verifies(header.formatted(SIGNATURE), SECRET)).isEqualTo(verifies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1a,", "v1", "V1,", ""})
    void another_version_does_not_vouch_for_the_same_digest(String version) {
        assertThat(verifies(SIGNATURE.replace("v1,", version), SECRET)).isFalse();
    }

    @Test
    void one_bit_changed_anywhere_refuses() {
        Cases.check(2_000, random -> {
            // Given
            var part = random.nextInt(5);
            var id = part == 0 ? flipped(ID.getBytes(UTF_8), random.nextInt()) : ID.getBytes(UTF_8);
            var timestamp = part == 1 ? flipped(TIMESTAMP.getBytes(UTF_8), random.nextInt()) : TIMESTAMP.getBytes(UTF_8);
            var body = part == 2 ? flipped(BODY, random.nextInt()) : BODY;
            var key = Base64.getDecoder().decode(SECRET);
            var secret = Base64.getEncoder().encodeToString(part == 3 ? flipped(key, random.nextInt()) : key);
            var signature = part == 4 ? flipped(SIGNATURE.getBytes(UTF_8), random.nextInt()) : SIGNATURE.getBytes(UTF_8);

            // When
            var signed = new Signed(new String(id, UTF_8), new String(timestamp, UTF_8), new String(signature, UTF_8), body);

            // Then
            assertThat(StandardWebhooks.verify(signed, List.of(secret), SIGNED_AT)).as("%s", signed).isFalse();
        });
    }

    @Test
    void two_ids_never_share_a_signature() {
        assertThat(StandardWebhooks.sign("msg_é", TIMESTAMP, BODY, SECRET)).isNotEqualTo(StandardWebhooks.sign("msg_?", TIMESTAMP, BODY, SECRET));
    }

    @Test
    void a_missing_or_empty_part_refuses() {
        assertThat(List.of(
                new Signed(null, TIMESTAMP, SIGNATURE, BODY), new Signed("", TIMESTAMP, SIGNATURE, BODY),
                new Signed(ID, null, SIGNATURE, BODY), new Signed(ID, "", SIGNATURE, BODY),
                new Signed(ID, TIMESTAMP, null, BODY), new Signed(ID, TIMESTAMP, "", BODY), new Signed(ID, TIMESTAMP, " , ", BODY),
                new Signed(ID, TIMESTAMP, SIGNATURE, null), new Signed(ID, TIMESTAMP, SIGNATURE, new byte[0])))
                .allSatisfy(signed -> assertThat(StandardWebhooks.verify(signed, List.of(SECRET), SIGNED_AT)).isFalse());
    }

    @Test
    void an_empty_id_refuses_even_if_it_was_signed() {
        // When
        var signed = new Signed("", TIMESTAMP, StandardWebhooks.sign("", TIMESTAMP, BODY, SECRET), BODY);

        // Then
        assertThat(StandardWebhooks.verify(signed, List.of(SECRET), SIGNED_AT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
    void five_minutes_old_or_early_is_the_edge(long secondsLater, boolean verifies) {
        assertThat(StandardWebhooks.verify(signed(SIGNATURE), List.of(SECRET), SIGNED_AT.plusSeconds(secondsLater))).isEqualTo(verifies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1614265330", "1614265330.0", "0x6037bf72", " 1614265330", "9999999999999999999", "NaN", "١٦١٤٢٦٥٣٣٠"})
    void a_timestamp_of_another_form_refuses_even_if_it_was_signed(String timestamp) {
        // When
        var signed = new Signed(ID, timestamp, StandardWebhooks.sign(ID, timestamp, BODY, SECRET), BODY);

        // Then
        assertThat(StandardWebhooks.verify(signed, List.of(SECRET), SIGNED_AT)).isFalse();
    }

    @Test
    void both_secrets_verify_during_a_rotation_and_the_old_one_not_after_it() {
        assertThat(StandardWebhooks.verify(signed(SIGNATURE), List.of(OTHER_SECRET, SECRET), SIGNED_AT)).isTrue();
        assertThat(StandardWebhooks.verify(signed(SIGNATURE), List.of(SECRET, OTHER_SECRET), SIGNED_AT)).isTrue();
        assertThat(StandardWebhooks.verify(signed(SIGNATURE), List.of(OTHER_SECRET), SIGNED_AT)).isFalse();
    }

    @Test
    void without_a_secret_nothing_verifies() {
        assertThat(StandardWebhooks.verify(signed(SIGNATURE), List.of(), SIGNED_AT)).isFalse();
    }

    // A list setting parts at commas, so that a secret in Supabase's form comes as two pieces.
    @Test
    void what_is_left_of_a_parted_secret_is_no_key() {
        // When
        var secrets = StandardWebhooks.secrets(List.of("v1", "whsec_" + SECRET, " v1", "whsec_" + OTHER_SECRET));

        // Then
        assertThat(secrets).containsExactly("whsec_" + SECRET, "whsec_" + OTHER_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "not base64!", "v2"})
    void a_key_that_can_be_guessed_or_not_be_read_stops_the_start_without_being_told(String secret) {
        assertThatThrownBy(() -> StandardWebhooks.secrets(List.of(SECRET, secret))).isInstanceOf(IllegalStateException.class)
                .hasMessage("a webhook secret is no base64 of at least 16 bytes");
    }

    private static boolean verifies(String signature, String secret) {
        return StandardWebhooks.verify(signed(signature), List.of(secret), SIGNED_AT);
    }

    private static Signed signed(String signature) {
        return new Signed(ID, TIMESTAMP, signature, BODY);
    }

    private static byte[] flipped(byte[] bytes, int where) {
        var copy = bytes.clone();
        var bit = Math.floorMod(where, copy.length * 7);
        copy[bit / 7] ^= (byte) (1 << bit % 7);
        return copy;
    }
}
