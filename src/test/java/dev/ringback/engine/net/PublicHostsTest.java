package dev.ringback.engine.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.net.PublicHosts.Found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What somebody else may name as a host, and to which address it leads.
class PublicHostsTest {

    private static final Duration LATEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(strings = {
            "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "169.254.0.1", "100.64.0.1", "100.127.255.255", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
            "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
            "[::]", "[::1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]",
            "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::8.8.8.8]", "[64:ff9b:1::1]", "[2002:7f00:1::]",
            "[2002:a9fe:a9fe::1]",
            "[2001::1]", "[2001:db8::1]", "[2001:2::1]", "[2001:20::1]", "[3fff::1]", "[100::1]", "[5f00::1]"})
    void an_address_inside_is_forbidden(String host) {
        // When
        var found = find(hosts(_ -> fail(host)), host);

        // Then
        assertThat(found).isEqualTo(new Found.Forbidden("address_not_public"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "169.253.0.1", "192.167.0.1", "198.17.0.1",
            "223.255.255.255", "[2606:4700::1111]", "[2a00:1450:4001:81b::200e]", "[2400:cb00::1]", "[2001:4860:4860::8888]", "[::ffff:8.8.8.8]"})
    void an_address_of_the_internet_is_itself(String host) throws UnknownHostException {
        // When
        var found = find(hosts(_ -> fail(host)), host);

        // Then
        assertThat(found).isEqualTo(new Found.At(InetAddress.getByName(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "2130706433", "017700000001", "0x7f000001", "0x7f.1", "127.1", "127.0.1", "0177.0.0.1", "127.0.0.01", "127.0.0.1.", "256.1.1.1",
            "1.2.3.4.5",
            "１２７.０.０.１", "①②⑦.⓪.⓪.①", "localhost", "LOCALHOST", "localhost.", "app.localhost", "printer.local", "metadata.google.internal",
            "intranet",
            "router.lan", "nas.home.arpa", "", ".", "..", "a..example", "-a.example", "a_b.example", "exa mple.com", "[fe80::1%25eth0]", "[::1",
            "[1]", "[zz::1]",
            "example.0x7f"})
    void what_is_no_plain_name_or_address_is_refused_unasked(String host) {
        // When
        var found = find(hosts(_ -> fail(host)), host);

        // Then
        assertThat(found).isInstanceOfAny(Found.Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            93.184.215.14                  | At 93.184.215.14
            93.184.215.14 10.0.0.1         | Forbidden address_not_public
            10.0.0.1 93.184.215.14         | Forbidden address_not_public
            127.0.0.1                      | Forbidden address_not_public
            169.254.169.254                | Forbidden address_not_public
            ::ffff:127.0.0.1               | Forbidden address_not_public
            2606:4700::1111 93.184.215.14  | At 93.184.215.14
            2606:4700::1111                | At 2606:4700:0:0:0:0:0:1111
            2606:4700::1111 fd00::1        | Forbidden address_not_public
            """)
    void a_name_is_as_good_as_every_address_it_has(String addresses, String expected) {
        // Given
        var hosts = hosts(_ -> Uni.createFrom().item(Stream.of(addresses.split(" ")).map(InetAddress::ofLiteral).toList()));

        // When
        var found = find(hosts, "shop.example");

        // Then
        assertThat(words(found)).isEqualTo(expected);
    }

    @Test
    void a_name_that_nobody_knows_is_missing_not_forbidden() {
        // Given
        var hosts = hosts(name -> Uni.createFrom().failure(new UnknownHostException(name)));

        // When
        var found = find(hosts, "shop.example");

        // Then
        assertThat(found).isEqualTo(new Found.Missing("host_unknown"));
    }

    @Test
    void outside_of_live_no_name_is_looked_up() {
        // Given
        var hosts = new PublicHosts(_ -> fail("shop.example"), Connections.reachable(false), PublicAddress::test);

        // When
        var found = find(hosts, "shop.example");

        // Then
        assertThat(found).isEqualTo(new Found.Missing("test_environment"));
    }

    @Test
    void private_addresses_are_not_to_be_had_beside_a_real_project() {
        // Given
        var allowing = new Connections.Net(Optional.empty(), true);
        var project = Optional.of(URI.create("https://abcdefgh.supabase.co"));

        // When
        assertThatThrownBy(() -> new PublicHosts(_ -> fail(""), Connections.reachable(true), allowing, project))
                // Then
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("allow-private");
    }

    private static PublicHosts hosts(HostResolver resolver) {
        return new PublicHosts(resolver, Connections.reachable(true), PublicAddress::test);
    }

    private static Found find(PublicHosts hosts, String host) {
        return hosts.find(host).await().atMost(LATEST);
    }

    private static Uni<List<InetAddress>> fail(String host) {
        throw new AssertionError("looked up " + host);
    }

    private static String words(Found found) {
        return switch (found) {
            case Found.At(var address) -> "At " + address.getHostAddress();
            case Found.Forbidden(var reason) -> "Forbidden " + reason;
            case Found.Missing(var reason) -> "Missing " + reason;
        };
    }
}
