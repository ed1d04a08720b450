package dev.ringback;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.local.LocalStack;
import dev.ringback.testing.TestDatabase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Runs `src/test/js`: the real supabase-js against this application. Needs Node 18 or newer; without one it is skipped, but
/// never in CI.
@QuarkusTest
class SupabaseJsTest {

    private static final Path FOLDER = LocalStack.checkout().resolve("src/test/js");
    private static final Path LOG = LocalStack.checkout().resolve("target/supabase-js.tap");
    private static final long LONGEST_MINUTES = 5;
    // Beyond every day that a test's clock shows.
    private static final long EXPIRES = 4_102_444_800L;
    private static final Pattern PASSED = Pattern.compile("(?m)^# pass (\\d+)$");

    @TestHTTPResource("/")
    URI base;
    @ConfigProperty(name = "ringback.security.publishable-key")
    String publishableKey;
    @ConfigProperty(name = "ringback.security.secret-key")
    String secretKey;
    @ConfigProperty(name = "ringback.security.jwt-secret")
    String jwtSecret;

    private String clientId = "";

    // The leads wait for their answers, which other tests' ticks would count.
    @AfterEach
    void leave_no_work() {
        try (var database = new TestDatabase()) {
            database.query("delete from engine.work where tenant in ($1, 'recruiting')", clientId);
        }
    }

    @Test
    @Timeout(value = 2 * LONGEST_MINUTES, unit = TimeUnit.MINUTES)
    void supabase_js_calls_the_functions() throws Exception {
        // Given
        assumeTrue(nodeIsThere(), "Node is not installed, so supabase-js is not tested");
        installOnce();
        var environment = environment();

        // When
        var exit = run(environment, "node", "--test", "--test-reporter=tap");

        // Then
        var output = Files.readString(LOG);
        assertThat(exit).as(output).isZero();
        assertThat(PASSED.matcher(output).results().mapToInt(found -> Integer.parseInt(found.group(1))).sum()).as(output).isPositive();
    }

    private static boolean nodeIsThere() throws InterruptedException {
        try {
            return run(Map.of(), "node", "--version") == 0;
        } catch (IOException missing) {
            assertThat(System.getenv("CI")).as("Node is not installed, and CI must not skip: %s", missing).isNotEqualTo("true");
            return false;
        }
    }

    private static void installOnce() throws IOException, InterruptedException {
        var installed = FOLDER.resolve("node_modules/.package-lock.json");
        var wanted = FOLDER.resolve("package-lock.json");
        if (Files.notExists(installed) || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            assertThat(run(Map.of(), "npm", "ci", "--no-audit", "--no-fund")).as(() -> "npm ci: " + read(LOG)).isZero();
        }
    }

    // A process writes to a file, because a pipe that nobody empties would stop it.
    private static int run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Files.createDirectories(LOG.getParent());
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(LOG.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("%s did not end: %s".formatted(List.of(command), read(LOG)));
        }
        return process.exitValue();
    }

    private Map<String, String> environment() throws JoseException {
        var client = given().header("apikey", secretKey).contentType("application/json")
                .body("{\"business_name\":\"Maple Roofing\",\"email\":\"%s@maple-roofing.example\"}".formatted(UUID.randomUUID()))
                .post("/functions/v1/growth-client-register").then().statusCode(201).extract().jsonPath();
        clientId = client.getString("client_id");
        var lead = given().header("x-api-key", client.getString("api_key")).contentType("application/json")
                .body("{\"name\":\"Omar\",\"email\":\"omar@people.example\"}")
                .post("/functions/v1/growth-lead-submit").then().statusCode(200).extract().jsonPath();
        var environment = new HashMap<String, String>();
        environment.put("RINGBACK_URL", base.toString().replaceFirst("/$", ""));
        environment.put("RINGBACK_PUBLISHABLE_KEY", publishableKey);
        environment.put("RINGBACK_SECRET_KEY", secretKey);
        environment.put("RINGBACK_ANON_KEY", token("\"role\":\"anon\",\"iss\":\"supabase-demo\""));
        environment.put("RINGBACK_SERVICE_ROLE_KEY", token("\"role\":\"service_role\",\"iss\":\"supabase-demo\""));
        environment.put("RINGBACK_USER_TOKEN", token("\"role\":\"authenticated\",\"aud\":\"authenticated\","
                + "\"sub\":\"5e0f5e0f-0000-4000-8000-000000000001\",\"app_metadata\":{\"client_id\":\"%s\"}".formatted(clientId)));
        environment.put("RINGBACK_STAFF_TOKEN", token("\"role\":\"authenticated\",\"aud\":\"authenticated\","
                + "\"sub\":\"5e0f5e0f-0000-4000-8000-000000000002\",\"app_metadata\":{\"role\":\"staff\"}"));
        environment.put("RINGBACK_TENANT_KEY", client.getString("api_key"));
        environment.put("RINGBACK_LEAD_ID", lead.getString("lead_id"));
        return environment;
    }

    private String token(String claims) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(jwtSecret.getBytes(StandardCharsets.UTF_8)));
        signature.setPayload("{%s,\"exp\":%d}".formatted(claims, EXPIRES));
        return signature.getCompactSerialization();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
