package dev.ringback.engine.http;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ringback.testing.Tokens;

import static dev.ringback.engine.http.BadRequest.LEADS;
import static dev.ringback.engine.http.BadRequest.REGISTER;
import static dev.ringback.engine.http.BadRequest.SETTINGS;
import static dev.ringback.engine.http.BadRequest.SUBMIT;
import static dev.ringback.engine.http.BadRequest.json;
import static dev.ringback.engine.http.BadRequest.of;

/// Requests of somebody who may call, but not so.
final class BadBodies {

    private static final int MEGABYTE = 1 << 20;
    private static final String LEAD = "{\"email\":\"sarah@chen.example\",\"name\":\"Sarah\"}";
    private static final String JOB = "/functions/v1/jobs/dispatch-due";

    private BadBodies() {}

    static Stream<BadRequest> all() {
        return Stream.of(routes(), shapes(), sizes(), members(), settings(), parameters()).flatMap(cases -> cases);
    }

    private static Stream<BadRequest> routes() {
        return Stream.of(
                of("GET of a function that is posted to", "GET", SUBMIT).asClient().answers(405, "METHOD_NOT_ALLOWED"),
                of("DELETE of a list", "DELETE", LEADS).asClient().answers(405, "METHOD_NOT_ALLOWED"),
                of("PUT of settings", "PUT", SETTINGS).asClient().body("{}").answers(405, "METHOD_NOT_ALLOWED"),
                of("unknown function", "POST", "/functions/v1/growth-lead-forget").asClient().answers(404, "NOT_FOUND"),
                of("unknown function, bad token", "POST", "/functions/v1/no-such").with("Authorization", "Bearer x").answers(404, "NOT_FOUND"),
                of("unknown sub-path, bad token", "GET", LEADS + "/a/b").with("Authorization", "Bearer x").answers(404, "NOT_FOUND"),
                of("no function at all", "GET", "/functions/v1/").answers(404, "NOT_FOUND"),
                of("unknown hook", "POST", "/functions/v1/hooks/carrier-pigeon").answers(404, "NOT_FOUND"),
                of("unknown job", "POST", "/functions/v1/jobs/nap").with("x-job-secret", Tokens.JOB_SECRET).answers(404, "NOT_FOUND"),
                of("an answer in XML", "GET", LEADS).asClient().with("accept", "application/xml").answers(406, "NOT_ACCEPTABLE"),
                of("an XML body", "POST", SUBMIT).asClient().with("content-type", "application/xml").body("<lead/>")
                        .answers(415, "UNSUPPORTED_MEDIA_TYPE"),
                of("a form", "POST", SUBMIT).asClient().with("content-type", "multipart/form-data; boundary=x").body("--x--")
                        .answers(415, "UNSUPPORTED_MEDIA_TYPE"),
                of("a content type that is none", "POST", SUBMIT).asClient().with("content-type", "nonsense").body(LEAD)
                        .answers(400, "MALFORMED_BODY"));
    }

    private static Stream<BadRequest> shapes() {
        return Stream.of(
                json("no JSON", SUBMIT, "email=sarah@chen.example").answers(400, "MALFORMED_BODY"),
                json("truncated JSON", SUBMIT, "{\"email\":\"sarah@chen.example\",").answers(400, "MALFORMED_BODY"),
                json("JSON with something behind it", SUBMIT, LEAD + "]").answers(400, "MALFORMED_BODY"),
                json("single quotes", SUBMIT, LEAD.replace('"', '\'')).answers(400, "MALFORMED_BODY"),
                json("an array", SUBMIT, "[" + LEAD + "]").answers(400, "MALFORMED_BODY"),
                json("a text", SUBMIT, "\"sarah@chen.example\"").answers(400, "MALFORMED_BODY"),
                json("a number", SUBMIT, "42").answers(400, "MALFORMED_BODY"),
                json("null", SUBMIT, "null").complainsOf("email", "name"),
                json("null among blanks", SUBMIT, " null\n").complainsOf("email", "name"),
                json("a number for a text", SUBMIT, LEAD.replace("\"Sarah\"", "5")).answers(400, "MALFORMED_BODY"),
                json("an object for a text", SUBMIT, LEAD.replace("\"Sarah\"", "{\"first\":\"Sarah\"}")).answers(400, "MALFORMED_BODY"),
                json("a text for a flag", SUBMIT, LEAD.replace("}", ",\"is_test\":\"perhaps\"}")).answers(400, "MALFORMED_BODY"),
                json("too deep", SUBMIT, LEAD.replace("}", ",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                        .answers(400, "MALFORMED_BODY"),
                json("invalid UTF-8", SUBMIT, "").body(new byte[]{'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'})
                        .answers(400, "MALFORMED_BODY"));
    }

    private static Stream<BadRequest> sizes() {
        var large = "{\"message\":\"%s\"}".formatted("x".repeat(MEGABYTE));
        var huge = "{\"message\":\"%s\"}".formatted("x".repeat(12 * MEGABYTE));
        return Stream.of(
                json("a body over the cap", SUBMIT, large).answers(413, "PAYLOAD_TOO_LARGE"),
                json("a body over the cap, in chunks", SUBMIT, large).inChunks().answers(413, "PAYLOAD_TOO_LARGE"),
                json("a huge body", SUBMIT, huge).answers(413, "PAYLOAD_TOO_LARGE"),
                json("a huge body, in chunks", SUBMIT, huge).inChunks().answers(413, "PAYLOAD_TOO_LARGE"),
                of("a huge body of nobody", "POST", SUBMIT).body(huge).answers(413, "PAYLOAD_TOO_LARGE"));
    }

    private static Stream<BadRequest> members() {
        return Stream.of(
                of("no body", "POST", SUBMIT).asClient().complainsOf("email", "name"),
                json("an empty object", SUBMIT, "{}").complainsOf("email", "name"),
                json("blank members", SUBMIT, "{\"email\":\" \",\"name\":\"\"}").complainsOf("email", "name"),
                json("no e-mail address", SUBMIT, LEAD.replace("sarah@", "sarah")).complainsOf("email"),
                json("an e-mail address with a line break", SUBMIT, LEAD.replace("sarah@", "a\\r\\nBcc: eve@")).complainsOf("email"),
                json("too long members", SUBMIT, "{\"email\":\"%s@x.example\",\"name\":\"%s\",\"message\":\"%s\"}"
                        .formatted("e".repeat(255), "n".repeat(201), "m".repeat(10_001))).complainsOf("email", "name", "message"),
                json("an unknown language", SUBMIT, LEAD.replace("}", ",\"language\":\"tlh\"}")).complainsOf("language"),
                json("a NUL that no text column holds", SUBMIT, LEAD.replace("Sarah", "Sa\\u0000rah")).answers(422, "INVALID_BODY"),
                register("an unknown client language", "\"language\":\"de\"").complainsOf("language"),
                register("bad wishes", "\"email_tone\":\"Rude\",\"followup_speed\":\"Never\",\"time_zone\":\"Mars/Olympus\"")
                        .complainsOf("email_tone", "followup_speed", "time_zone"),
                register("bad mail settings", "\"smtp_port\":70000,\"outbound_email\":\"x\"").complainsOf("smtp_port", "outbound_email"),
                register("a short password", "\"password\":\"seven77\"").complainsOf("password"),
                register("a password of more bytes than bcrypt takes", "\"password\":\"%s\"".formatted("é".repeat(40))).complainsOf("password"),
                register("a port that is no number", "\"smtp_port\":1e99").answers(400, "MALFORMED_BODY"),
                job("a negative limit", "{\"limit\":-1}").complainsOf("limit"),
                job("an endless budget", "{\"budget\":\"-PT9999999999999H\"}").complainsOf("budget"),
                job("a budget that is no time", "{\"budget\":\"soon\"}").answers(400, "MALFORMED_BODY"));
    }

    private static Stream<BadRequest> settings() {
        return Stream.of(
                change("settings: no name", "{\"business_name\":\"\"}").complainsOf("business_name"),
                change("settings: too long", "{\"custom_tagline\":\"%s\"}".formatted("x".repeat(201))).complainsOf("custom_tagline"),
                change("settings: a NUL", "{\"contact_name\":\"a\\u0000\"}").answers(422, "INVALID_BODY"));
    }

    private static Stream<BadRequest> parameters() {
        return Stream.of(
                of("a cursor that is none", "GET", LEADS + "?cursor=%21%21").asClient().complainsOf("cursor"),
                of("a cursor beyond time", "GET", LEADS + "?cursor=" + new Cursor(Instant.MAX, new UUID(0, 0)).encoded()).asClient()
                        .complainsOf("cursor"),
                of("limit 0", "GET", LEADS + "?limit=0").asClient().complainsOf("limit"),
                of("limit 101", "GET", LEADS + "?limit=101").asClient().complainsOf("limit"),
                of("limit many", "GET", LEADS + "?limit=many").asClient().complainsOf("limit"),
                of("limit beyond an int", "GET", LEADS + "?limit=4294967297").asClient().complainsOf("limit"),
                of("a tag with a NUL", "GET", LEADS + "?tag=%00").asClient().complainsOf("tag"),
                of("an id that is none", "GET", LEADS + "/42").asClient().answers(404, "NOT_FOUND"),
                of("an id of SQL", "GET", LEADS + "/%27%20or%20true--").asClient().answers(404, "NOT_FOUND"),
                of("an unknown id", "GET", LEADS + "/00000000-0000-0000-0000-000000000000").asClient().answers(404, "NOT_FOUND"),
                of("a timeline's id that is none", "GET", "/functions/v1/growth-lead-timeline/%00").asClient().answers(404, "NOT_FOUND"));
    }

    private static BadRequest register(String name, String members) {
        return of(name, "POST", REGISTER).with("apikey", Tokens.SECRET_KEY).with("content-type", "application/json")
                .body("{\"business_name\":\"Maple\",\"email\":\"owner@maple.example\",%s}".formatted(members));
    }

    private static BadRequest change(String name, String body) {
        return of(name, "PATCH", SETTINGS).asClient().with("content-type", "application/json").body(body);
    }

    private static BadRequest job(String name, String body) {
        return of(name, "POST", JOB).with("x-job-secret", Tokens.JOB_SECRET).with("content-type", "application/json").body(body);
    }
}
