package dev.ringback.engine.net;

import java.net.InetAddress;
import java.util.List;

import io.smallrye.mutiny.Uni;

/// Looks names up.
interface HostResolver {

    /// Fails where there is no such name.
    Uni<List<InetAddress>> resolve(String name);
}
