package dev.ringback.engine.place;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The states of the United States, by their postal abbreviations: `FL`.
final class States {

    private static final Map<String, List<String>> ZONES = Table.read("us-state-zones.txt");
    private static final Map<String, String> BY_AREA_CODE = turned(Table.read("us-area-codes.txt"));
    private static final Map<String, String> BY_POSTAL_PREFIX = turned(Table.read("us-postal-prefixes.txt"));
    private static final int PREFIX = 3;

    private States() {}

    static boolean contains(String state) {
        return ZONES.containsKey(state);
    }

    /// Every zone that a place in one of the states may keep.
    static Set<ZoneId> zones(Collection<String> states) {
        return states.stream().flatMap(state -> ZONES.getOrDefault(state, List.of()).stream()).map(ZoneId::of).collect(Collectors.toSet());
    }

    /// Those that lie in one of the zones, wholly or in part.
    static Set<String> in(Set<ZoneId> zones) {
        return ZONES.keySet().stream().filter(state -> zones(List.of(state)).stream().anyMatch(zones::contains)).collect(Collectors.toSet());
    }

    /// At most one.
    static Set<String> ofAreaCode(String code) {
        return Stream.ofNullable(BY_AREA_CODE.get(code)).collect(Collectors.toSet());
    }

    /// At most one; a ZIP code is known by its first three digits.
    static Set<String> ofPostalCode(String code) {
        return code == null || code.length() < PREFIX ? Set.of()
                : Stream.ofNullable(BY_POSTAL_PREFIX.get(code.substring(0, PREFIX)))
                        .collect(Collectors.toSet());
    }

    private static Map<String, String> turned(Map<String, List<String>> table) {
        var turned = new HashMap<String, String>();
        table.forEach((state, codes) -> codes.stream().flatMap(States::each).forEach(code -> turned.put(code, state)));
        return turned;
    }

    // `320-339` are twenty.
    private static Stream<String> each(String codes) {
        var ends = codes.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).mapToObj("%03d"::formatted);
    }
}
