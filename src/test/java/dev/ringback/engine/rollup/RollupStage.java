package dev.ringback.engine.rollup;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.hamcrest.Matchers.is;

/// An evening with a few messages of tenants that nobody else has.
abstract class RollupStage {

    static final String DAILY = "engine.message_daily";

    static final String PLAN = """
            insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                        planned_at)
            values ($1, $2, 'tenant-0', 'lead', '1', 'hello', 'out', 'email', 'sarah@chen.example', '\\x00', 'planned', '%s')""";

    static TestDatabase sql;

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.query("delete from engine.message where pack = $1", FactStream.PACK);
        sql.close();
    }

    @BeforeEach
    void an_evening() {
        Api.setClock("2026-03-10T20:00:00Z");
        sql.query("truncate engine.dirty_day, engine.message_daily");
        sql.query("delete from engine.message where pack = $1", FactStream.PACK);
        sql.query("delete from engine.tenant_setting where pack = $1", FactStream.PACK);
    }

    static void plan(String at) {
        sql.query(PLAN.formatted(at), UUID.randomUUID(), FactStream.PACK);
    }

    static void recompute() {
        job("rollup-dirty").body("remaining", is(0));
    }

    static ValidatableResponse job(String name) {
        return RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }

    static ValidatableResponse rebuild(Map<String, ?> request) {
        return Api.post("rollup-rebuild", Api.SECRET_KEY, request);
    }

    static List<String> figures() {
        return texts("select r::text from engine.message_daily r where pack = $1 order by r::text");
    }

    static List<String> texts(String query) {
        return sql.query(query, FactStream.PACK).stream().map(row -> row.getString(0)).toList();
    }
}
