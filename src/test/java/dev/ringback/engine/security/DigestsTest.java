package dev.ringback.engine.security;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DigestsTest {

    // FIPS 180-4, the NIST's example "abc"; the accent shows the encoding.
    @Test
    void sha_256_is_the_standards() {
        assertThat(Digests.hex(Digests.sha256("abc"))).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digests.sha256("é")).isEqualTo(Digests.sha256("é".getBytes(UTF_8)));
    }

    // RFC 4231 test case 2.
    @Test
    void hmac_sha_256_is_the_standards() {
        assertThat(Digests.hex(Digests.hmacSha256("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
