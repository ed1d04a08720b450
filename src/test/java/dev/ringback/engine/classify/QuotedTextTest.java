package dev.ringback.engine.classify;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuotedTextTest {

    // In the table ¶ is a line feed and · the space at the end of "-- ".
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yes please                                                                                           | Yes please
            No.¶¶On Mon, Jan 5, 2026 at 10:00 AM Bob <bob@example.com> wrote:¶> Reply STOP to opt out             | No.
            No.¶¶On Mon, Jan 5, 2026 at 10:00 AM Bob Smith¶<bob@example.com> wrote:¶¶> Hi                         | No.
            Sure¶¶On 5 Jan 2026, at 10:00, Bob wrote:¶¶Reply STOP to opt out                                      | Sure
            Oui¶¶Le lun. 5 janv. 2026 à 10:00, Bob <bob@example.com> a écrit :¶> Bonjour                          | Oui
            Ja¶¶Am 05.01.2026 um 10:00 schrieb Bob:¶> Hallo                                                       | Ja
            Ja¶¶Am Mo., 5. Jan. 2026 um 10:00 Uhr schrieb Bob <bob@example.com>:¶Hallo                            | Ja
            Si¶¶El lun, 5 ene 2026 a las 10:00, Bob (<bob@example.com>) escribió:¶> Hola                          | Si
            Ok¶¶-----Original Message-----¶From: Bob¶Unsubscribe here                                             | Ok
            Ok¶¶-----Message d'origine-----¶De : Bob¶Bonjour                                                      | Ok
            Gut¶¶-----Ursprüngliche Nachricht-----¶Von: Bob                                                       | Gut
            Fine¶¶________________________________¶From: Bob <b@example.com>¶Sent: Monday¶To: Ann¶Hi              | Fine
            D'accord¶¶De : Bob <b@example.com>¶Envoyé : lundi 5 janvier¶À : Ann¶Objet : Toit¶¶Bonjour              | D'accord
            Passt¶¶Von: Bob¶Gesendet: Montag¶An: Ann¶Betreff: Dach¶¶Hallo                                         | Passt
            Vale¶¶De: Bob¶Enviado el: lunes¶Para: Ann¶Asunto: Techo¶¶Hola                                         | Vale
            On Wed Bob wrote:¶> When?¶¶At five.¶¶> Where?¶¶At home.                                               | At five.¶¶¶At home.
            Call me¶--·¶Ann, Stop Leaks Ltd                                                                       | Call me
            Call me¶¶Sent from my iPhone                                                                          | Call me
            On Monday I wrote.¶Please do.                                                                         | On Monday I wrote.¶Please do.
            De : rien                                                                                             | De : rien
            > all quoted¶> nothing else                                                                           | ''
            """)
    void a_mail_keeps_only_what_its_writer_wrote(String mail, String own) {
        // Given
        var text = mail.replace('¶', '\n').replace('·', ' ');

        // When
        var stripped = QuotedText.strip(text);

        // Then
        assertThat(stripped).isEqualTo(own.replace('¶', '\n'));
    }

    @Test
    void line_ends_of_any_system_are_read() {
        assertThat(QuotedText.strip("Hi\r\nthere\r\n> old\r")).isEqualTo("Hi\nthere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On ", "On a\n", "Le \n", "> ", "_", "-", "From: a\n", "a schrieb am b"})
    void a_text_of_any_length_is_stripped_in_bounded_time(String piece) {
        var text = piece.repeat(200_000 / piece.length());
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> QuotedText.strip(text));
    }
}
