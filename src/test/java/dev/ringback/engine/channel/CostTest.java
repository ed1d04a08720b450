package dev.ringback.engine.channel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CostTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            -0.00750, USD, 7500 USD
            0.0051,   usd, 5100 USD
            0,        EUR, 0 EUR
            1.2345675, GBP, 1234568 GBP
            12,       USD, 12000000 USD
            10000,    USD, 10000000000 USD
            10000.01, USD, none
            0.005,    US,  none
            0.005,    US$, none
            1e3,      USD, none
            NaN,      USD, none
            '',       USD, none
            """)
    void a_price_is_read(String amount, String currency, String cost) {
        // When
        var read = Cost.of(amount, currency);

        // Then
        assertThat(read.map(known -> known.micros() + " " + known.currency()).orElse(null)).isEqualTo(cost);
    }
}
