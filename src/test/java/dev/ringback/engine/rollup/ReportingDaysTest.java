package dev.ringback.engine.rollup;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// A day begins where the tenant says, and is looked at once more when it has ended.
@QuarkusTest
class ReportingDaysTest extends RollupStage {

    @Test
    void another_zone_is_another_day() {
        // Given
        plan("2026-03-09T02:00:00Z");
        recompute();

        // When
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ($1, 'tenant-0', 'America/New_York')", FactStream.PACK);
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-08,");
    }

    @Test
    void without_its_zone_a_tenant_reports_in_utc_again() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ($1, 'tenant-0', 'America/New_York')", FactStream.PACK);
        plan("2026-03-09T02:00:00Z");
        recompute();

        // When
        sql.query("delete from engine.tenant_setting where pack = $1", FactStream.PACK);
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,");
    }

    @Test
    void a_day_is_computed_once_more_after_the_tenants_midnight() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone, closed_day) values ($1, 'tenant-0', 'Asia/Kathmandu', '2026-03-09')",
                FactStream.PACK);
        sql.query("truncate engine.dirty_day");
        sql.query("delete from engine.run where job = 'rollup-daily'");
        Api.setClock("2026-03-10T18:14:59Z");
        job("rollup-daily");
        var before = marks();

        // When
        Api.setClock("2026-03-10T18:16:00Z");
        job("rollup-daily");
        job("rollup-daily");

        // Then
        assertThat(before).isEmpty();
        assertThat(marks()).containsExactly("2026-03-10 12:00:00");
    }

    private static List<String> marks() {
        return texts("select (at at time zone 'Asia/Kathmandu')::text from engine.dirty_day where pack = $1 and rollup = 'engine.message_daily'");
    }
}
