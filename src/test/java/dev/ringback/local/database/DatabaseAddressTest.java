package dev.ringback.local.database;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAddressTest {

    @Test
    void reads_the_url_of_a_pooler() {
        var address = DatabaseAddress.parse(
                "postgres://postgres.ref:p%40ss+w%3Ard@pooler.example.com:6543/app?pgbouncer=true&sslmode=require");

        assertThat(address.user()).isEqualTo("postgres.ref");
        assertThat(address.password()).isEqualTo("p@ss+w:rd");
        assertThat(address.reactiveUrl()).isEqualTo("postgresql://pooler.example.com:6543/app?sslmode=require");
    }

    @Test
    void knows_what_a_short_url_leaves_out() {
        var address = DatabaseAddress.parse("postgresql://db.example.com");

        assertThat(address).isEqualTo(new DatabaseAddress("db.example.com", 5432, "postgres", "postgres", "", ""));
    }
}
