package dev.ringback.engine.consent;

import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Keyed hashes of addresses, so that "never write to this one" can be kept without keeping the address.
@Startup
@ApplicationScoped
public class AddressHash {

    private static final Logger LOG = Logger.getLogger(AddressHash.class);
    private static final String MISSING = "no key for address hashes: set RINGBACK_HASH_KEY to 32 random bytes in base64; nothing is sent without it";
    private static final int KEY_BYTES = 32;

    /// @param keyId which key made it
    public record Hashed(String keyId, byte[] value) {}

    private final NavigableMap<String, byte[]> keys = new TreeMap<>();

    /// Starts without a key too, loudly: reading and health shall work while somebody looks for it.
    ///
    /// @throws IllegalStateException when a key is too short to protect anything
    AddressHash(ConsentConfig config) {
        config.hashKeys().forEach((id, key) -> key.ifPresent(text -> keys.put(id, Base64.getDecoder().decode(text))));
        if (keys.values().stream().anyMatch(key -> key.length < KEY_BYTES)) {
            throw new IllegalStateException("a key for address hashes is shorter than 32 bytes");
        }
        if (keys.isEmpty()) {
            LOG.error(MISSING);
        }
    }

    /// By the newest key: the last by id.
    ///
    /// @param address normalised
    public Hashed of(String address) {
        return all(address).getFirst();
    }

    /// By every live key, newest first, since a suppression may be older than the newest.
    public List<Hashed> all(String address) {
        if (keys.isEmpty()) {
            throw new IllegalStateException(MISSING);
        }
        return keys.descendingMap().entrySet().stream()
                .map(key -> new Hashed(key.getKey(), Digests.hmacSha256(key.getValue(), address.getBytes(UTF_8))))
                .toList();
    }
}
