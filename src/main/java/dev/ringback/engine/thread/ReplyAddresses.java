package dev.ringback.engine.thread;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Addresses that name the message which an answer to them answers: `r+<id>.<mac>@<domain>`. So an answer finds its conversation
/// whatever became of its headers, and whoever it comes from.
@ApplicationScoped
public class ReplyAddresses {

    // Case is lost on the way. 2 + 32 + 1 + 20 of the 64 characters that RFC 5321 §4.5.3.1.1 allows.
    private static final Pattern TOKEN = Pattern.compile("r\\+([0-9a-f]{32})\\.([0-9a-f]{20})@(.+)");
    private static final int MAC_BYTES = 10;
    private static final String PURPOSE = "reply:";

    private final Optional<String> domain;
    private final List<byte[]> keys;

    ReplyAddresses(ReplyConfig config) {
        this.domain = config.replyDomain().map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty());
        var byId = new TreeMap<String, byte[]>();
        config.keys().forEach((id, key) -> key.ifPresent(text -> byId.put(id, Base64.getDecoder().decode(text))));
        this.keys = new ArrayList<>(byId.descendingMap().values());
    }

    /// Empty where answers go to the tenant's own address.
    public Optional<String> of(UUID message) {
        return domain.filter(_ -> !keys.isEmpty()).map(name -> "r+%s.%s@%s".formatted(hex(message), mac(keys.getFirst(), hex(message)), name));
    }

    /// `Reply-To`, or nothing.
    public Map<String, String> headers(UUID message) {
        return of(message).map(address -> Map.of("Reply-To", address)).orElse(Map.of());
    }

    /// The message that one of the addresses names; none but with our signature.
    Optional<UUID> read(List<String> addresses) {
        return addresses.stream().map(address -> TOKEN.matcher(address.toLowerCase(Locale.ROOT)))
                .filter(token -> token.matches() && domain.filter(token.group(3)::equals).isPresent())
                .filter(token -> keys.stream().anyMatch(key -> same(mac(key, token.group(1)), token.group(2))))
                .map(token -> uuid(token.group(1))).findFirst();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    // RFC 2104 §5: at least 80 bits of the digest.
    private static String mac(byte[] key, String id) {
        return Digests.hex(Arrays.copyOf(Digests.hmacSha256(key, (PURPOSE + id).getBytes(UTF_8)), MAC_BYTES));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
