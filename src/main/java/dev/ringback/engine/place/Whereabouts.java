package dev.ringback.engine.place;

import java.time.ZoneId;

/// What is known of where somebody is; each member may be null.
///
/// @param stated     the zone that the person or the tenant named
/// @param country    ISO 3166-1, for example `US`
/// @param region     the state or province of an address, for example `FL`
/// @param postalCode by itself less than an address: it is read together with the number
/// @param phone      E.164
public record Whereabouts(ZoneId stated, String country, String region, String postalCode, String phone) {

    public static Whereabouts ofPhone(String phone) {
        return new Whereabouts(null, null, null, null, phone);
    }

    public Whereabouts withPhone(String number) {
        return new Whereabouts(stated, country, region, postalCode, number);
    }
}
