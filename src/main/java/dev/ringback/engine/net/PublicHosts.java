package dev.ringback.engine.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/// Turns a host that somebody else named into the address to connect to. It is looked up here once; whoever connects by the name
/// again may reach another machine.
@Startup
@ApplicationScoped
public class PublicHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HostResolver resolver;
    private final Reachable reachable;
    private final Predicate<InetAddress> allowed;

    /// @throws IllegalStateException when private addresses are allowed beside a project that is not on this machine
    @Inject
    PublicHosts(HostResolver resolver, Reachable reachable, NetConfig config,
            @ConfigProperty(name = "ringback.security.supabase-url") Optional<URI> project) {
        this(resolver, reachable, config.allowPrivate() ? _ -> true : PublicAddress::test);
        if (config.allowPrivate() && project.filter(url -> !LOOPBACK.contains(url.getHost())).isPresent()) {
            throw new IllegalStateException("ringback.net.allow-private is refused beside a Supabase project that is not local");
        }
    }

    PublicHosts(HostResolver resolver, Reachable reachable, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.reachable = reachable;
        this.allowed = allowed;
    }

    public sealed interface Found {

        /// @param address checked; the one to connect to
        record At(InetAddress address) implements Found {}

        /// For good: `address_not_public`, `host_malformed`.
        record Forbidden(String reason) implements Found {}

        /// For now: `host_unknown`, `test_environment`.
        record Missing(String reason) implements Found {}
    }

    /// @param host as of [URI#getHost()]
    public Uni<Found> find(String host) {
        var parsed = HostName.parse(host);
        if (parsed.isEmpty()) {
            return answer(new Found.Forbidden("host_malformed"));
        }
        if (!reachable.host(host)) {
            return answer(new Found.Missing("test_environment"));
        }
        return switch (parsed.get()) {
            case HostName.Literal(var address) -> answer(checked(List.of(address)));
            case HostName.Name(var name) -> resolver.resolve(name).map(this::checked).onFailure().recoverWithItem(new Found.Missing("host_unknown"));
        };
    }

    // One address inside among public ones is no accident.
    private Found checked(List<InetAddress> addresses) {
        var bare = addresses.stream().map(PublicAddress::bare).toList();
        if (!bare.stream().allMatch(allowed)) {
            return new Found.Forbidden("address_not_public");
        }
        return bare.stream().filter(Inet4Address.class::isInstance).findFirst().or(() -> bare.stream().findFirst())
                .<Found>map(Found.At::new).orElse(new Found.Missing("host_unknown"));
    }

    private static Uni<Found> answer(Found found) {
        return Uni.createFrom().item(found);
    }
}
