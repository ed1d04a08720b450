package dev.ringback.testing;

import java.time.Instant;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/// The functions as callers reach them; works for the application in this JVM and for the packaged one.
public final class Api {

    public static final String SECRET_KEY = "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz";
    public static final String PUBLISHABLE_KEY = "sb_publishable_ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH";
    public static final String JOB_SECRET = "local-job-secret";

    private Api() {}

    /// @param key a project's or a tenant's key, for the header `apikey`
    public static ValidatableResponse post(String function, String key, Map<String, ?> body) {
        return with(key).body(body).post(path(function)).then();
    }

    public static ValidatableResponse get(String function, String key) {
        return with(key).get(path(function)).then();
    }

    /// One tick; answers its report.
    public static ValidatableResponse dispatch() {
        return RestAssured.given().header("x-job-secret", JOB_SECRET).post(path("jobs/dispatch-due")).then().statusCode(200);
    }

    public static void setClock(String instant) {
        post("clock", SECRET_KEY, Map.of("set", Instant.parse(instant).toString())).statusCode(200);
    }

    /// @param duration ISO 8601
    public static void advanceClock(String duration) {
        post("clock", SECRET_KEY, Map.of("advance", duration)).statusCode(200);
    }

    public static Instant now() {
        return Instant.parse(get("clock", SECRET_KEY).extract().path("now"));
    }

    public static String path(String function) {
        return "/functions/v1/" + function;
    }

    private static RequestSpecification with(String key) {
        return RestAssured.given().header("apikey", key).contentType("application/json");
    }
}
