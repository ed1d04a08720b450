package dev.ringback.recruiting.conversation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyPolicyTest {

    private static final String OURS = "Be friendly. More at https://jobs.example/plumber, or call +44 20 7946 0000 (office@jobs.example).";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Great! When could you start?                                  | said
            It is 25,000 a year, from 2026-03-09 on, 8.30 to 17.00.       | said
            See https://jobs.example/plumber.                             | said
            Write to office@jobs.example, or call +44 20 7946 0000!       | said
            See https://jobs.example.evil.example                         | foreign_address
            See https://jobs.exam                                         | foreign_address
            See jobs.evil                                                 | foreign_address
            See (www.evil.example)                                        | foreign_address
            Write to me@evil.example                                      | foreign_address
            See hxxp://evil                                               | foreign_address
            Ask @recruiter_jane                                           | foreign_address
            Call 020 7946 0001                                            | foreign_number
            Call 02079460001                                              | foreign_number
            Call 4420794600                                               | foreign_number
            It starts on 09/03/2026 or 2026-03-10, 10:30 to 14:30.        | said
            5-10 years, or 24/7: both are fine \uD83D\uDC69\u200D\uD83D\uDD27 z.B. 12,5 € | said
            Schön. Bis März! Größe 38/40, 40 h                            | said
            你好。谢谢 و می\u200Cخواهم                                     | said
            Call +44\u00A020\u00A07946\u00A00000                           | said
            See пример.рф                                                 | foreign_address
            See उदाहरण.भारत                                                | foreign_address
            See evil．example                                              | foreign_address
            See evil\u200D.example                                        | foreign_address
            Write to jane＠evil                                            | foreign_address
            Call 020/7946/0001                                            | foreign_number
            Call 020\u00A07946\u00A00001                                   | foreign_number
            Call 020–7946—0001                                            | foreign_number
            Call 020_7946_0001                                            | foreign_number
            Call 020\u200D7946\u200C0001                                   | foreign_number
            Call 1946-00-01                                               | foreign_number
            Call ٠٢٠٧٩٤٦٠٠٠١                                              | foreign_number
            Call ０２０７９４６０００１                                              | foreign_number
            Call 020\u200B7946\u200B0001                                   | hidden_characters
            See evil\u2060.example                                        | hidden_characters
            A\u202Eb                                                      | hidden_characters
            A\u0007b                                                      | hidden_characters
            """)
    void what_points_elsewhere_is_not_said(String reply, String meaning) {
        // When
        var refusal = ReplyPolicy.refusal(reply, OURS, 100);

        // Then
        assertThat(refusal.orElse("said")).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"'',length", "'  ',length", "12345,said", "123456,length"})
    void it_has_a_length(String reply, String meaning) {
        // When
        var refusal = ReplyPolicy.refusal(reply, OURS, 5);

        // Then
        assertThat(refusal.orElse("said")).isEqualTo(meaning);
    }
}
