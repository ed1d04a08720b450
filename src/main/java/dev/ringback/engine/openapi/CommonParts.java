package dev.ringback.engine.openapi;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import dev.ringback.engine.security.Roles;

/// What functions refer to: how a caller proves himself, headers, refusals.
final class CommonParts {

    static final String SIGNATURE = "webhook-signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String REQUEST_ID = "X-Request-Id";
    static final String ERROR_CODE = "sb-error-code";

    private static final String BEARER = "bearer";
    private static final String PROJECT_KEY = "apikey";
    private static final String TENANT_KEY = "x-api-key";
    private static final String JOB_SECRET = "x-job-secret";
    private static final Map<String, String> SCHEME_OF_ROLE = Map.of(
            Roles.ANON, PROJECT_KEY, Roles.SERVICE, PROJECT_KEY, Roles.USER, BEARER, Roles.TENANT, TENANT_KEY, Roles.JOB, JOB_SECRET);

    private static final int LONGEST_KEY = 255;

    private CommonParts() {}

    static void addTo(Components components) {
        components.addSecurityScheme(BEARER, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                .description("The access token of a signed-in user of the Supabase project."));
        components.addSecurityScheme(PROJECT_KEY, header(PROJECT_KEY, "A key of the project: `sb_secret_…`, `sb_publishable_…`, or a legacy JWT."));
        components.addSecurityScheme(TENANT_KEY, header(TENANT_KEY, "A tenant's API key, `rb_…`; accepted as a bearer token too."));
        components.addSecurityScheme(JOB_SECRET, header(JOB_SECRET, "The schedulers' secret."));
        components.addSecurityScheme(SIGNATURE, header(SIGNATURE,
                "Standard Webhooks: `v1,` and the base64 of HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`."));
        components.addParameter(IDEMPOTENCY_KEY, idempotencyKey());
        components.addHeader(REQUEST_ID, header("The caller's, or a new one; it stands in the log.", text()));
        components.addHeader(REPLAYED, header("`true` where this is the answer of an earlier request with the same key.", text()));
        components.addHeader(ERROR_CODE, header("The problem's `code`.", text()));
        List.of(Refusal.values()).forEach(refusal -> components.addResponse(refusal.component(), refusal.response()));
    }

    /// How a caller of this role proves himself.
    static String schemeOf(String role) {
        return SCHEME_OF_ROLE.get(role);
    }

    static Header headerReference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    static Parameter idempotencyReference() {
        return OASFactory.createParameter().ref("#/components/parameters/" + IDEMPOTENCY_KEY);
    }

    private static SecurityScheme header(String name, String description) {
        return OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER).name(name).description(description);
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter().name(IDEMPOTENCY_KEY).in(Parameter.In.HEADER).schema(text().minLength(1).maxLength(LONGEST_KEY))
                .example("lead-4711")
                .description("The same request again under the same key gets the same answer and has no second effect.");
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
