package dev.ringback.engine.doorbell;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.StandardWebhooks.Signed;

@Path("/functions/v1/hooks/db")
class DoorbellResource {

    private static final String EXAMPLE = """
            {"type": "UPDATE", "table": "lead_memory", "schema": "growth", "record": {"next_followup_at": null}, "old_record": null}""";

    private final RowChanged rowChanged;

    DoorbellResource(RowChanged rowChanged) {
        this.rowChanged = rowChanged;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Say that a row changed", description = "A database webhook, signed by Standard Webhooks or with the shared secret "
            + "in x-webhook-secret. Its body is a hint: the rows are read again.")
    public Uni<Heard> db(@HeaderParam("webhook-id") String id, @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signature, @HeaderParam("x-webhook-secret") String secret,
            @RequestBody(
                    content = @Content(mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, examples = EXAMPLE))) byte[] body) {
        return rowChanged.hear(new Signed(id, timestamp, signature, body), secret);
    }
}
