package dev.ringback.engine.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// `X-Twilio-Signature`: base64 of HMAC-SHA1 over the address and the fields, sorted by name:
/// <https://www.twilio.com/docs/usage/security#validating-requests>. Of a JSON body the address names the digest. Signs no time.
///
/// Whether the address had its port when it was signed is not told, so both ways count.
public record TwilioSignature(List<String> authTokens) implements Signature {

    private static final String BODY_DIGEST = "bodySHA256";
    private static final Pattern AUTHORITY = Pattern.compile("(?<=//)[^/?#]+");

    public TwilioSignature {
        authTokens = Proof.secrets(authTokens);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return call.header("x-twilio-signature").filter(given -> isSigned(given, call)).isPresent();
    }

    private boolean isSigned(String given, HookCall call) {
        var digests = new Form(Form.fields(call.query())).all(BODY_DIGEST);
        var fields = digests.isEmpty() ? sorted(Form.of(call)) : "";
        return (digests.isEmpty() || digests.size() == 1 && Proof.same(digests.getFirst(), Digests.hex(Digests.sha256(call.body()))))
                && authTokens.stream().flatMap(token -> addresses(call.address()).map(address -> signature(token, address + fields)))
                        .anyMatch(expected -> Proof.same(given, expected));
    }

    private static String sorted(Form form) {
        return form.names().stream().sorted()
                .flatMap(name -> new TreeSet<>(form.all(name)).stream().map(value -> name + value)).collect(Collectors.joining());
    }

    private static String signature(String token, String content) {
        return Base64.getEncoder().encodeToString(Digests.hmacSha1(token.getBytes(UTF_8), content.getBytes(UTF_8)));
    }

    private static Stream<String> addresses(String address) {
        var authority = AUTHORITY.matcher(address);
        if (!authority.find()) {
            return Stream.of(address);
        }
        var host = authority.group().replaceFirst(":\\d+$", "");
        var port = address.startsWith("https:") ? 443 : 80;
        return Stream.of(authority.group(), host, "%s:%d".formatted(host, port)).distinct()
                .map(other -> address.substring(0, authority.start()) + other + address.substring(authority.end()));
    }
}
