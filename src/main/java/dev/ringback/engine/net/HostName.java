package dev.ringback.engine.net;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/// What stands for a host in an address that somebody else wrote: a name of the internet, or an IP address in its plain form.
///
/// `2130706433`, `0177.0.0.1` and `0x7f.1` are addresses to some programs and names to others, so they are neither here; nor are
/// names without a dot, which the machine's own network would complete.
sealed interface HostName {

    record Name(String ascii) implements HostName {}

    record Literal(InetAddress address) implements HostName {}

    /// @param host as of [java.net.URI#getHost()], brackets included
    static Optional<HostName> parse(String host) {
        if (host == null || host.isEmpty() || host.length() > 253) {
            return Optional.empty();
        }
        return host.startsWith("[") ? ipv6(host) : nameOrIpv4(host);
    }

    private static Optional<HostName> ipv6(String host) {
        if (!host.matches("\\[[0-9A-Fa-f:.]{2,45}]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Literal(PublicAddress.bare(InetAddress.ofLiteral(host.substring(1, host.length() - 1)))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    // IDNA folds other digits and dots to plain ones, so it comes first.
    private static Optional<HostName> nameOrIpv4(String host) {
        try {
            var ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            var last = ascii.substring(ascii.lastIndexOf('.') + 1);
            if (last.matches("\\d+|0x[0-9a-f]*")) {
                return ascii.matches("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}") ? Optional.of(new Literal(InetAddress.ofLiteral(ascii)))
                        : Optional.empty();
            }
            return isPublicName(ascii, last) ? Optional.of(new Name(ascii)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isPublicName(String ascii, String last) {
        return switch (last) {
            case "localhost", "local", "internal", "localdomain", "lan", "home", "corp", "intranet", "onion" -> false;
            default -> ascii.contains(".") && !ascii.endsWith(".home.arpa");
        };
    }
}
