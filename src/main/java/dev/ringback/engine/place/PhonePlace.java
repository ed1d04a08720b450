package dev.ringback.engine.place;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/// Where a number belongs.
///
/// @param country null where it belongs nowhere
/// @param states  of the United States; at most one
record PhonePlace(String country, Set<String> states, Set<ZoneId> zones) {

    private static final PhonePlace NOWHERE = new PhonePlace(null, Set.of(), Set.of());
    private static final Set<PhoneNumberType> PLACED = Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final String US = "US";

    /// @param number E.164, or null
    static PhonePlace of(String number) {
        try {
            return number == null ? NOWHERE : of(PhoneNumberUtil.getInstance().parse(number, null));
        } catch (NumberParseException _) {
            return NOWHERE;
        }
    }

    /// Somebody who lives elsewhere has taken his number along.
    PhonePlace unlessAwayFrom(String stated) {
        return stated == null || stated.equals(country) ? this : NOWHERE;
    }

    private static PhonePlace of(PhoneNumber number) {
        var phones = PhoneNumberUtil.getInstance();
        var country = phones.getRegionCodeForNumber(number);
        if (country == null || !PLACED.contains(phones.getNumberType(number))) {
            return NOWHERE;
        }
        var zones = PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number);
        var known = ZoneId.getAvailableZoneIds();
        var states = country.equals(US) ? States.ofAreaCode(phones.getNationalSignificantNumber(number).substring(0, 3)) : Set.<String>of();
        // One that the JDK doesn't know might be the narrowest of them.
        return new PhonePlace(country, states, known.containsAll(zones)
                ? zones.stream().map(ZoneId::of).collect(Collectors.toSet())
                : Countries.zones(country));
    }
}
