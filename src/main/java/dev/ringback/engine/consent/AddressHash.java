package dev.ringback.engine.consent;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;

import dev.ringback.engine.security.Digests;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NotYet;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Keyed hashes of addresses, so that "never write to this one" can be kept without keeping the address.
@Startup
@ApplicationScoped
public class AddressHash {

    private static final Logger LOG = Logger.getLogger(AddressHash.class);
    private static final String MISSING = "no key for address hashes: set RINGBACK_HASH_KEY to 32 random bytes in base64; nothing is sent without it";
    private static final int KEY_BYTES = 32;
    private static final Duration UNTIL_SOMEBODY_FOUND_IT = Duration.ofMinutes(1);

    /// @param keyId which key made it
    public record Hashed(String keyId, byte[] value) {}

    private final NavigableMap<String, byte[]> keys = new TreeMap<>();
    private final Clock clock;

    /// Starts without a key too, loudly: reading and health shall work while somebody looks for it.
    ///
    /// @throws IllegalStateException when a key is too short to protect anything
    AddressHash(ConsentConfig config, Clock clock) {
        this.clock = clock;
        config.hashKeys().forEach((id, key) -> key.ifPresent(text -> keys.put(id, Base64.getDecoder().decode(text))));
        if (keys.values().stream().anyMatch(key -> key.length < KEY_BYTES)) {
            throw new IllegalStateException("a key for address hashes is shorter than 32 bytes");
        }
        if (keys.isEmpty()) {
            LOG.error(MISSING);
        }
    }

    /// Whether there is a key at all.
    public boolean isReady() {
        return !keys.isEmpty();
    }

    /// Whether look-ups try this key.
    public boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /// By the newest key: the last by id.
    ///
    /// @param address normalised
    public Hashed of(String address) {
        return all(address).getFirst();
    }

    /// By every live key, newest first; the one that is left of an erased address.
    public List<Hashed> all(Party party) {
        return party.hashed() == null ? all(party.address()) : List.of(party.hashed());
    }

    /// By every live key, newest first, since a suppression may be older than the newest.
    ///
    /// @throws NotYet without a key: what needs one waits for it
    public List<Hashed> all(String address) {
        if (keys.isEmpty()) {
            throw new NotYet(clock.instant().plus(UNTIL_SOMEBODY_FOUND_IT), "hash_key_missing");
        }
        return keys.descendingMap().entrySet().stream()
                .map(key -> new Hashed(key.getKey(), Digests.hmacSha256(key.getValue(), address.getBytes(UTF_8))))
                .toList();
    }
}
