package dev.ringback.engine.unsubscribe;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.security.Digests;

/// Links by which a recipient says no. A link names the message and nothing about the person; who made it shows in its signature.
@ApplicationScoped
public class UnsubscribeLinks {

    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final byte PURPOSE = 'u';

    private final Optional<URI> publicUrl;
    private final List<byte[]> keys;

    /// @throws IllegalStateException when a key is too short to protect anything
    UnsubscribeLinks(UnsubscribeConfig config) {
        this.publicUrl = config.publicUrl();
        var byId = new TreeMap<String, byte[]>();
        config.keys().forEach((id, key) -> key.ifPresent(text -> byId.put(id, Base64.getDecoder().decode(text))));
        if (byId.values().stream().anyMatch(key -> key.length < KEY_BYTES)) {
            throw new IllegalStateException("a key for links is shorter than 32 bytes");
        }
        this.keys = new ArrayList<>(byId.descendingMap().values());
    }

    public boolean areConfigured() {
        return publicUrl.isPresent() && !keys.isEmpty();
    }

    /// Empty where this installation has no public address or no key.
    public Optional<URI> of(UUID message) {
        return areConfigured() ? Optional.of(publicUrl.get().resolve("/functions/v1/unsubscribe/" + token(message))) : Optional.empty();
    }

    /// `List-Unsubscribe` and `List-Unsubscribe-Post` (RFC 2369, RFC 8058); none where there is no link.
    public Map<String, String> headers(UUID message) {
        return of(message)
                .map(link -> Map.of("List-Unsubscribe", "<%s>".formatted(link), "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
                .orElse(Map.of());
    }

    /// The message that a token names; empty unless one of our keys signed it.
    Optional<UUID> read(String token) {
        var bytes = decoded(token);
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, ID_BYTES);
        var signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(signature(key, id), signature)) ? Optional.of(uuid(id)) : Optional.empty();
    }

    private String token(UUID message) {
        var id = ByteBuffer.allocate(ID_BYTES).putLong(message.getMostSignificantBits()).putLong(message.getLeastSignificantBits()).array();
        var token = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES).put(id).put(signature(keys.getFirst(), id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    // RFC 2104 §5: half of the digest may be cut off.
    private static byte[] signature(byte[] key, byte[] id) {
        var signed = ByteBuffer.allocate(1 + ID_BYTES).put(PURPOSE).put(id).array();
        return Arrays.copyOf(Digests.hmacSha256(key, signed), SIGNATURE_BYTES);
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static UUID uuid(byte[] id) {
        var bytes = ByteBuffer.wrap(id);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
