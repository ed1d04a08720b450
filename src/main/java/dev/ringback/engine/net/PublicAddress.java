package dev.ringback.engine.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/// Whether an address is one of the public internet: not of this machine, its network, its cloud's metadata service, or a form
/// that leads back to one of those. IANA's special-purpose registries (RFC 6890).
final class PublicAddress {

    private record Block(byte[] prefix, int bits) {

        static Block of(String text) {
            var parts = text.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> SPECIAL_V4 = blocks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
            "240.0.0.0/4");
    private static final Block GLOBAL_V6 = Block.of("2000::/3");
    // Teredo and 6to4 carry an IPv4 address inside; so does NAT64 (64:ff9b::/96), which is outside of the global block.
    private static final List<Block> SPECIAL_V6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> none(SPECIAL_V4, v4.getAddress());
            case Inet6Address v6 -> GLOBAL_V6.contains(v6.getAddress()) && none(SPECIAL_V6, v6.getAddress());
            default -> false;
        };
    }

    /// The same address without a zone or a name.
    static InetAddress bare(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static boolean none(List<Block> blocks, byte[] address) {
        return blocks.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }
}
