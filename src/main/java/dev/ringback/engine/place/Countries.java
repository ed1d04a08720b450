package dev.ringback.engine.place;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The zones of countries, ISO 3166-1.
final class Countries {

    private static final Map<String, List<String>> ZONES = Table.read("country-zones.txt");

    private Countries() {}

    /// Empty for a country that nobody knows.
    static Set<ZoneId> zones(String country) {
        return ZONES.getOrDefault(country, List.of()).stream().map(ZoneId::of).collect(Collectors.toSet());
    }

    /// The countries that keep a zone; empty for one that belongs to none, as `UTC`.
    static Set<String> of(ZoneId zone) {
        return ZONES.entrySet().stream().filter(country -> country.getValue().contains(zone.getId())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
