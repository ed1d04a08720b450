package dev.ringback.schema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The readers of the documents' words, so that a test of the schema does not pass because they say yes to anything.
class SeedWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar                | text                     | false | false | true
            varchar(255)           | character varying(255)   | false | false | true
            varchar                | uuid                     | false | false | false
            user-defined           | bids.channel             | true  | false | true
            user-defined           | text                     | false | false | false
            enum(LeadPriority)     | roofing.lead_priority    | true  | false | true
            array                  | text[]                   | false | false | true
            array(string)          | text                     | false | false | false
            timestamp              | timestamp with time zone | false | false | true
            timestamp              | timestamp without time zone | false | false | false
            integer                | bigint                   | false | true  | true
            integer                | bigint                   | false | false | false
            integer                | numeric                  | false | true  | false
            numeric(10, 8)         | numeric(10,8)            | false | false | true
            numeric(10,8)          | numeric                  | false | false | false
            numeric                | numeric(12,2)            | false | false | true
            float                  | double precision         | false | false | true
            json                   | jsonb                    | false | false | true
            geography(point, 4326) | extensions.geography(Point,4326) | false | false | true
            interval               | interval                 | false | false | true
            interval               | text                     | false | false | false
            """)
    void a_type_fits_its_word(String word, String type, boolean isEnum, boolean key, boolean fits) {
        assertThat(SeedTypes.fits(word, type, isEnum, key)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Europe/London'      | 'Europe/London'::text                  | true
            'active'             | 'paused'::text                         | false
            'Within 1 hour'      | 'within 1 hour'::text                  | false
            NOW()                | engine.now()                           | true
            today                | (engine.now())::date                   | true
            0.0                  | 0                                      | true
            0.25                 | 0.25::numeric                          | true
            25                   | 2.5                                    | false
            [1,2,3,4,5]          | '[1, 2, 3, 4, 5]'::jsonb               | true
            '[]'::jsonb          | '[]'::jsonb                            | true
            'user'               | 'user'::roofing.user_role              | true
            NULL                 |                                        | true
            true                 | false                                  | false
            gen_random_uuid()    | gen_random_uuid()                      | true
            'outbound'           | 'outbound'::character varying(10)      | true
            """)
    void defaults_are_compared_by_value(String documents, String catalogs, boolean same) {
        assertThat(SeedDefaults.normalise(documents).equals(SeedDefaults.normalise(catalogs))).isEqualTo(same);
    }
}
