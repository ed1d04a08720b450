package dev.ringback.engine.consent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bob.Smith@Example.COM       | bob.smith@example.com
            bob+roof@example.com        | bob+roof@example.com
            b.o.b@gmail.com             | b.o.b@gmail.com
            o'neil_9%x@sub.example.com  | o'neil_9%x@sub.example.com
            BOB@BÜCHER.example          | bob@xn--bcher-kva.example
            bob@xn--bcher-kva.example   | bob@xn--bcher-kva.example
            bob@日本語。example             | bob@xn--wgv71a119e.example
            rené@exemple.fr             | rené@exemple.fr
            RENÉ@exemple.fr             | rené@exemple.fr
            bob@💩.la                   | bob@xn--ls8h.la
            bob@localhost               | bob@localhost
            """)
    void an_address_has_one_form(String text, String form) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::value).hasValue(form);
    }

    @Test
    void blanks_around_an_address_are_none_of_it() {
        assertThat(EmailAddress.parse(" \tbob@example.com\r\n")).hasValue(new EmailAddress("bob@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "bob", "bob.example.com", "@example.com", "bob@", "bob@ ", "bob@.", "bob@.com", "bob@example..com",
            "bob@example.com.", "bob@-example.com", "bob@example-.com", "bob@exa_mple.com", "bob@[127.0.0.1]"})
    void what_lacks_a_part_is_no_address(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@eve@example.com", "bob@example.com,eve@example.com", "bob@example.com eve@example.com", "bob;eve@example.com",
            "Bob <bob@example.com>", "<bob@example.com>", "bob@example.com>", "bob(eve)@example.com", "bob smith@example.com", "a:b@example.com;"})
    void more_than_one_address_is_none(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    // A full-width @ or comma becomes the plain one only in the domain's ASCII form.
    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com＠example.org", "bob@example.com，eve", "bob@example\u2024com＠x", "bob@exa\uFF0Fmple.com"})
    void folding_the_domain_lets_nothing_in(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com\r\nBcc: eve@example.com", "bob\r\nBcc: eve@example.com", "bob@example.com\nDATA", "bob\0@example.com",
            "bob@exam\0ple.com", "b\tob@example.com", "bob@exa\tmple.com", "b\u0085ob@example.com", "b\u2028ob@example.com", "b\u00A0ob@example.com",
            "b\u200Bob@example.com", "b\u202Eob@example.com", "b\u007Fob@example.com", "b\uD83Dob@example.com"})
    void what_cannot_be_seen_is_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bob smith\"@example.com", "\"bob\"@example.com", "bob\\@eve@example.com", "\"\"@example.com"})
    void quoted_local_parts_are_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void an_address_ends_where_mail_servers_end_it() {
        var label = "x".repeat(63) + ".";
        assertThat(EmailAddress.parse("b".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("b".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("bob@" + "x".repeat(63) + ".com")).isPresent();
        assertThat(EmailAddress.parse("bob@" + "x".repeat(64) + ".com")).isEmpty();
        assertThat(EmailAddress.parse("bob@" + label.repeat(3) + "x".repeat(63))).isPresent();
        assertThat(EmailAddress.parse("bob@" + label.repeat(4) + "com")).isEmpty();
        assertThat(EmailAddress.parse("bob@" + "ü.".repeat(5_000_000) + "com")).isEmpty();
    }

    @Test
    void the_form_of_a_form_is_itself() {
        var letters = "aZ9.+-_@@ÉİßøΣς日本💩ＡａⅣ。．-'\u0130\u212A\u1E9E\t\"<>".codePoints().toArray();
        Cases.check(20_000, random -> {
            // Given
            var text = random.ints(random.nextInt(1, 24), 0, letters.length).map(at -> letters[at])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).append("@eXample.com");

            // When
            var address = EmailAddress.parse(text.toString());

            // Then
            address.ifPresent(once -> {
                assertThat(EmailAddress.parse(once.value())).as(text.toString()).hasValue(once);
                assertThat(once.value().chars().filter(c -> c == '@').count()).as(text.toString()).isEqualTo(1);
            });
        });
    }

    @Test
    void a_domain_of_any_letters_is_ascii_or_refused() {
        Cases.check(20_000, random -> {
            // Given
            var domain = random.ints(random.nextInt(1, 12), 0, 0x2_0000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).append(".com");

            // When
            var address = EmailAddress.parse("bob@" + domain);

            // Then
            address.ifPresent(found -> assertThat(found.value()).matches("bob@[a-z0-9.-]+"));
        });
    }
}
