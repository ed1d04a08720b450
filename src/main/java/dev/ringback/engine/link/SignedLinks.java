package dev.ringback.engine.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Makes and reads the tokens of links. A token is the message's id, the signature and perhaps a text, in base64.
@ApplicationScoped
public class SignedLinks {

    private static final String ROOT = "/functions/v1/";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final Optional<URI> publicUrl;
    private final List<byte[]> keys;

    /// @throws IllegalStateException when a key is too short to protect anything
    SignedLinks(LinkConfig config) {
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
    ///
    /// @param function as it stands in the path
    public Optional<URI> of(String function, Purpose purpose, SignedLink link) {
        return areConfigured() ? Optional.of(publicUrl.get().resolve(ROOT + function + "/" + token(purpose, link))) : Optional.empty();
    }

    /// Whether it leads to this installation's own functions.
    public boolean isOurs(URI link) {
        return publicUrl.map(url -> url.resolve(ROOT).toString()).filter(link.toString()::startsWith).isPresent();
    }

    /// What a token says; empty unless one of our keys signed it for this purpose.
    public Optional<SignedLink> read(Purpose purpose, String token) {
        var bytes = decoded(token);
        if (bytes.length < ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, ID_BYTES);
        var signature = Arrays.copyOfRange(bytes, ID_BYTES, ID_BYTES + SIGNATURE_BYTES);
        var rest = Arrays.copyOfRange(bytes, ID_BYTES + SIGNATURE_BYTES, bytes.length);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(signature(key, purpose, id, rest), signature))
                ? Optional.of(new SignedLink(uuid(id), new String(rest, UTF_8)))
                : Optional.empty();
    }

    private String token(Purpose purpose, SignedLink link) {
        var id = ByteBuffer.allocate(ID_BYTES).putLong(link.message().getMostSignificantBits()).putLong(link.message().getLeastSignificantBits())
                .array();
        var rest = link.rest().getBytes(UTF_8);
        var token = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES + rest.length).put(id).put(signature(keys.getFirst(), purpose, id, rest))
                .put(rest).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    // RFC 2104 §5: half of the digest may be cut off.
    private static byte[] signature(byte[] key, Purpose purpose, byte[] id, byte[] rest) {
        var signed = ByteBuffer.allocate(1 + ID_BYTES + rest.length).put(purpose.letter()).put(id).put(rest).array();
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
