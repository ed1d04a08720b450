package dev.ringback.engine.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Family;

/// The hashes by which messages' addresses may be known, by every live key; three lists of the same length.
///
/// @param owners   whose hash it is
/// @param families of the message's channel, as suppressions name it
public record AddressKeys(List<UUID> owners, List<byte[]> hashes, List<String> families) {

    public static AddressKeys of(List<Sendable> messages, AddressHash hash) {
        var keys = new AddressKeys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        messages.forEach(message -> hash.all(message.to()).forEach(hashed -> keys.add(message, hashed.value())));
        return keys;
    }

    private void add(Sendable message, byte[] hashed) {
        owners.add(message.id());
        hashes.add(hashed);
        families.add(Family.of(message.channel()).word());
    }
}
