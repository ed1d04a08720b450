package dev.ringback.engine.inbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import dev.ringback.engine.inbox.StandardWebhooks.Signed;

@Path("/functions/v1/hooks")
class HookResource {

    private static final String EXAMPLE = """
            Message-ID: <1@chen.example>
            In-Reply-To: <6f1c2f0e@maple-roofing.example>
            From: Sarah Chen <sarah@chen.example>
            To: hello@maple-roofing.example
            Subject: Re: Maple Roofing: your message

            Tuesday at nine is fine.
            """;

    private final ReceiveMail receiveMail;

    HookResource(ReceiveMail receiveMail) {
        this.receiveMail = receiveMail;
    }

    @POST
    @Path("mail")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Hand in a mail", description = "Raw MIME (message/rfc822) with the three headers of a Standard Webhooks signature.")
    @Parameter(in = ParameterIn.HEADER, name = "webhook-id", schema = @Schema(type = SchemaType.STRING), example = "msg_1")
    @Parameter(in = ParameterIn.HEADER, name = "webhook-timestamp", schema = @Schema(type = SchemaType.STRING), example = "1795442700")
    @Parameter(in = ParameterIn.HEADER, name = "webhook-signature", schema = @Schema(type = SchemaType.STRING), example = "v1,K5oZfzN95Z9…")
    public Uni<Received> mail(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "message/rfc822", schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE))) byte[] mime) {
        return receiveMail.receive(new Signed(once(request, "webhook-id"), once(request, "webhook-timestamp"), once(request, "webhook-signature"),
                mime));
    }

    // A header that is there twice says two things, and so nothing.
    private static String once(HttpServerRequest request, String header) {
        var values = request.headers().getAll(header);
        return values.size() == 1 ? values.getFirst() : null;
    }
}
