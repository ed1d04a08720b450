package dev.ringback.engine.suppression;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Scope;

/// Reads one imported row, or says what is wrong with it.
///
/// @param mayBeGlobal whether the caller speaks for the whole installation
record RowReader(AddressHash hash, Instant now, boolean mayBeGlobal) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SCOPE = Pattern.compile("tenant|global");

    sealed interface Reading {

        record Good(ImportedNo no) implements Reading {}

        /// @param reason machine-readable
        record Bad(String reason) implements Reading {}
    }

    Reading read(SuppressionRow row) {
        var family = family(row.family());
        var reason = reason(row.reason());
        var scope = Objects.requireNonNullElse(row.scope(), Scope.TENANT.word());
        if (family.isEmpty()) {
            return new Reading.Bad("unknown_family");
        }
        if (reason.isEmpty()) {
            return new Reading.Bad("unknown_reason");
        }
        if (!SCOPE.matcher(scope).matches() || scope.equals(Scope.GLOBAL.word()) && !mayBeGlobal) {
            return new Reading.Bad("unknown_scope");
        }
        if (row.until() != null && !row.until().isAfter(now)) {
            return new Reading.Bad("ended");
        }
        return hashed(row, new ImportedNo(null, family.get(), new Scope(scope), reason.get(), since(row)));
    }

    private Reading hashed(SuppressionRow row, ImportedNo no) {
        if (row.address() != null && row.hash() != null) {
            return new Reading.Bad("address_and_hash");
        }
        if (row.hash() == null) {
            return Optional.ofNullable(row.address()).flatMap(Address::parse)
                    .<Reading>map(address -> good(no, hash.of(address.value())))
                    .orElse(new Reading.Bad("no_address"));
        }
        if (!HASH.matcher(row.hash()).matches()) {
            return new Reading.Bad("no_hash");
        }
        // A hash by a key that is gone would never be found again.
        return row.keyId() != null && hash.knows(row.keyId())
                ? good(no, new Hashed(row.keyId(), HexFormat.of().parseHex(row.hash())))
                : new Reading.Bad("unknown_key");
    }

    private static Reading good(ImportedNo no, Hashed hashed) {
        return new Reading.Good(new ImportedNo(hashed, no.family(), no.scope(), no.reason(), no.since()));
    }

    private Instant since(SuppressionRow row) {
        return row.since() == null || row.since().isAfter(now) ? now : row.since();
    }

    private static Optional<Family> family(String word) {
        return word == null ? Optional.of(Family.ALL)
                : Arrays.stream(Family.values()).filter(family -> family.word().equals(lower(word))).findFirst();
    }

    private static Optional<Reason> reason(String word) {
        return word == null
                ? Optional.of(Reason.IMPORTED)
                : Arrays.stream(Reason.values()).filter(reason -> reason.word().equals(lower(word))).findFirst();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
