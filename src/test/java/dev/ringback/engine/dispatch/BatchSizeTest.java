package dev.ringback.engine.dispatch;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.work.Work;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSizeTest {

    private static final Work ITEM = new Work(1, "engine.rehearsal", null, "x", Map.of(), 1, 0);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            items, most, claimed, smallest, next
            64,    1000, 64,      500,      128
            512,   1000, 512,     2000,     1000
            1000,  1000, 1000,    2000,     1000
            512,   1000, 511,     500,      512
            64,    1000, 64,      50,       50
            1000,  1000, 1000,    50,       50
            50,    1000, 50,      2000,     100
            50,    1000, 0,       1,        50
            64,    1000, 64,      0,        1
            """)
    void a_full_claim_is_followed_by_a_larger_one_as_far_as_the_handler_goes(int items, int most, int claimed, int smallest, int next) {
        assertThat(new BatchSize(items, most).after(Collections.nCopies(claimed, ITEM), smallest).items()).isEqualTo(next);
    }
}
