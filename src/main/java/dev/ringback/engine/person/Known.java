package dev.ringback.engine.person;

import java.util.List;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.person.PersonRepository.AddressOf;
import dev.ringback.engine.person.PersonRepository.Held;

/// Addresses of one person, as a pack's row or a hand says.
///
/// @param subjectKind the row's kind, so that an address which it gets later is the same person's; null for a hand
/// @param linkedBy    who says so
public record Known(String pack, String tenant, List<Address> addresses, String subjectKind, String subjectId, String linkedBy) {

    /// What a pack's row has.
    public static Known ofRow(String pack, String tenant, String subjectKind, String subjectId, List<Address> addresses) {
        return new Known(pack, tenant, addresses, subjectKind, subjectId, "%s.%s".formatted(pack, subjectKind));
    }

    /// What of that is his: his row's, or one of his addresses.
    List<AddressOf> amongst(List<Held> all) {
        return all.stream().filter(held -> values().contains(held.of().address()) || subjectId != null && subjectId.equals(held.subjectId()))
                .map(Held::of).toList();
    }

    List<String> values() {
        return addresses.stream().map(Address::value).toList();
    }
}
