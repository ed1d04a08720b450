package dev.ringback.engine.place;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # stated           | country | region | postal | phone         | zones                                            | jurisdictions
            America/New_York   | US      | FL     | 33101  | +12125551234  | America/New_York                                 | US US-FL
            Europe/Paris       | -       | -      | -      | -             | Europe/Paris                                     | FR
            -                  | US      | CA     | 10001  | +12125551234  | America/Los_Angeles                              | US US-CA
            -                  | US      | FL     | -      | -             | America/Chicago America/New_York                 | US US-FL
            -                  | -       | -      | -      | +12125551234  | America/New_York                                 | US US-NY
            -                  | -       | -      | 33101  | +12125551234  | America/Chicago America/New_York                 | US US-FL US-NY
            -                  | -       | -      | 10001  | +12125551234  | America/New_York                                 | US US-NY
            -                  | US      | -      | 98101  | -             | America/Los_Angeles                              | US US-WA
            -                  | US      | -      | 98101  | +18005551234  | America/Los_Angeles                              | US US-WA
            -                  | -       | -      | -      | +19075551234  | America/Adak America/Anchorage                   | US US-AK
            -                  | -       | -      | -      | +14165551234  | America/Toronto                                  | CA
            -                  | -       | -      | 33101  | +14165551234  | America/Toronto                                  | CA
            -                  | -       | -      | -      | +442079460123 | Europe/London                                    | GB
            -                  | -       | -      | -      | +33612345678  | Europe/Paris                                     | FR
            -                  | DE      | -      | -      | +12125551234  | Europe/Berlin Europe/Busingen                    | DE
            -                  | NZ      | -      | -      | -             | Pacific/Auckland Pacific/Chatham                 | NZ
            -                  | -       | -      | -      | +18005551234  | -                                                | -
            -                  | -       | -      | -      | +19005551234  | -                                                | -
            -                  | -       | -      | -      | +80012345678  | -                                                | -
            -                  | -       | -      | -      | +1212         | -                                                | -
            -                  | -       | -      | -      | nonsense      | -                                                | -
            -                  | -       | -      | 33101  | -             | -                                                | -
            -                  | XX      | -      | -      | -             | -                                                | XX
            -                  | -       | -      | -      | -             | -                                                | -
            """)
    void the_surest_knowledge_says_where_somebody_is(ArgumentsAccessor row) {
        // Given
        var known = new Whereabouts(row.get(0, ZoneId.class), row.getString(1), row.getString(2), row.getString(3), row.getString(4));

        // When
        var place = Place.of(known);

        // Then
        assertThat(place.zones().stream().map(ZoneId::getId).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(Objects.requireNonNullElse(row.getString(5), ""));
        assertThat(place.jurisdictions().stream().sorted().collect(Collectors.joining(" ")))
                .isEqualTo(Objects.requireNonNullElse(row.getString(6), ""));
        assertThat(place.isUnknown()).isEqualTo(row.getString(5) == null);
    }

    @Test
    void a_country_alone_is_all_its_zones_and_may_be_any_of_its_states() {
        // When
        var place = Place.of(new Whereabouts(null, "US", null, null, "+18005551234"));

        // Then
        assertThat(place.zones().stream().map(ZoneId::getId)).contains("Pacific/Honolulu", "America/Adak", "America/Phoenix", "America/New_York");
        assertThat(place.jurisdictions()).hasSize(52).contains("US", "US-FL", "US-RI");
    }

    @Test
    void a_mobile_number_of_a_wide_country_may_be_anywhere_in_it() {
        assertThat(Place.of(Whereabouts.ofPhone("+61412345678")).zones().stream().map(ZoneId::getId))
                .contains("Australia/Perth", "Australia/Sydney", "Australia/Lord_Howe");
    }

    @Test
    void the_tables_know_every_state_by_its_zones_its_area_codes_and_its_postal_codes() {
        // When
        var tables = List.of(Table.read("us-state-zones.txt"), Table.read("us-area-codes.txt"), Table.read("us-postal-prefixes.txt"));

        // Then
        assertThat(tables).allSatisfy(table -> assertThat(table).hasSize(51));
        assertThat(tables.get(1).keySet()).isEqualTo(tables.get(0).keySet());
        assertThat(tables.get(2).keySet()).isEqualTo(tables.get(0).keySet());
        assertThat(tables.get(1).values().stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSizeGreaterThan(350);
    }

    @Test
    void the_jdk_knows_every_zone_of_every_country() {
        assertThat(Table.read("country-zones.txt").values().stream().flatMap(List::stream)).isSubsetOf(ZoneId.getAvailableZoneIds())
                .hasSizeGreaterThan(400);
    }
}
