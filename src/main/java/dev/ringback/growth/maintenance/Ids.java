package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.UUID;

/// Clients and leads, each once and in order.
record Ids(List<UUID> clients, List<UUID> leads) {

    static Ids of(List<UUID> clients, List<UUID> leads) {
        return new Ids(sorted(clients), sorted(leads));
    }

    private static List<UUID> sorted(List<UUID> ids) {
        return ids == null ? List.of() : ids.stream().distinct().sorted().toList();
    }
}
