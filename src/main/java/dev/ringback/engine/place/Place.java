package dev.ringback.engine.place;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where somebody is, or may be.
///
/// @param zones         it must be the right time in all of them; empty where nobody knows
/// @param jurisdictions countries and, where they can be told, their parts: `US`, `US-FL`
public record Place(Set<ZoneId> zones, Set<String> jurisdictions) {

    private static final String US = "US";

    public Place {
        zones = Set.copyOf(zones);
        jurisdictions = Set.copyOf(jurisdictions);
    }

    /// Stated before address before phone number and postal code together before all zones of the country.
    public static Place of(Whereabouts known) {
        var phone = PhonePlace.of(known.phone()).unlessAwayFrom(known.country());
        var states = states(known, phone);
        var countries = countries(known, phone);
        var zones = Stream.of(stated(known), ofStates(known, states), together(phone, states), ofCountry(countries))
                .filter(some -> !some.isEmpty()).findFirst().orElse(Set.of());
        return new Place(zones, jurisdictions(countries, states, zones));
    }

    public boolean isUnknown() {
        return zones.isEmpty();
    }

    private static Set<ZoneId> stated(Whereabouts known) {
        return known.stated() == null ? Set.of() : Set.of(known.stated());
    }

    // Of other countries' regions nobody has told us the zones: there the number says more than the country.
    private static Set<ZoneId> ofStates(Whereabouts known, Set<String> states) {
        return hasState(known) ? States.zones(states) : Set.of();
    }

    private static Set<ZoneId> together(PhonePlace phone, Set<String> states) {
        var postal = states.stream().filter(state -> !phone.states().contains(state)).toList();
        return phone.zones().isEmpty() && postal.isEmpty() ? Set.of() : union(phone.zones(), States.zones(postal));
    }

    private static Set<ZoneId> ofCountry(Set<String> countries) {
        return countries.stream().map(Countries::zones).reduce(Set.of(), Place::union);
    }

    private static Set<String> states(Whereabouts known, PhonePlace phone) {
        if (hasState(known)) {
            return Set.of(known.region());
        }
        return countries(known, phone).contains(US) ? union(phone.states(), States.ofPostalCode(known.postalCode())) : Set.of();
    }

    private static boolean hasState(Whereabouts known) {
        return US.equals(known.country()) && known.region() != null && States.contains(known.region());
    }

    private static Set<String> countries(Whereabouts known, PhonePlace phone) {
        if (known.country() != null) {
            return Set.of(known.country());
        }
        if (phone.country() != null) {
            return Set.of(phone.country());
        }
        return known.stated() == null ? Set.of() : Countries.of(known.stated());
    }

    // Which state it is may be unknown: then it may be each that keeps one of the zones.
    private static Set<String> jurisdictions(Set<String> countries, Set<String> states, Set<ZoneId> zones) {
        var possible = states.isEmpty() && countries.contains(US) ? States.in(zones) : states;
        return union(countries, possible.stream().map(state -> US + "-" + state).collect(Collectors.toSet()));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        var both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }
}
