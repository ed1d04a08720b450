package dev.ringback.engine.http;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /functions/v1/growth-submit-lead        | growth-submit-lead | growth
            /functions/v1/growth-leads/17/timeline  | growth-leads       | growth
            /functions/v1/bids-x                    | bids-x             | bids
            /functions/v1/roofing-x                 | roofing-x          | roofing
            /functions/v1/recruiting-x              | recruiting-x       | recruiting
            /functions/v1/hooks/mail                | hooks              | engine
            /functions/v1/growthless-x              | growthless-x       | engine
            /functions/v1/growth                    | growth             | engine
            /functions/v1/-growth                   | -growth            | engine
            /functions/v1/                          | ''                 | engine
            /functions/v1//growth-leads             | ''                 | engine
            """)
    void a_path_names_its_function_and_pack(String path, String name, String pack) {
        assertThat(FunctionName.of(path)).isEqualTo(new FunctionName(name));
        assertThat(FunctionName.of(path).pack()).isEqualTo(pack);
    }

    @ParameterizedTest
    @CsvSource({"growth-leads,true", "growth,true", "bids,false", "growth-lead,false", "'',false", "engine,false"})
    void a_function_is_meant_by_its_name_or_its_pack(String entry, boolean among) {
        assertThat(new FunctionName("growth-leads").isAmong(List.of(entry))).isEqualTo(among);
    }
}
