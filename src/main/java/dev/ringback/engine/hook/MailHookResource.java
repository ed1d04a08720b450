package dev.ringback.engine.hook;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import dev.ringback.engine.inbox.Received;

/// Providers of mail.
@Path("/functions/v1/hooks")
class MailHookResource {

    private final ReceiveCall receiveCall;
    private final Calls calls;

    MailHookResource(ReceiveCall receiveCall, Calls calls) {
        this.receiveCall = receiveCall;
        this.calls = calls;
    }

    @POST
    @Path("resend")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of Resend", description = "Events of mails and mails that came in; the three svix headers sign them.")
    public Uni<Received> resend(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.RESEND))) byte[] body) {
        return receiveCall.receive("resend", calls.of(request, body));
    }

    @POST
    @Path("sendgrid")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of SendGrid",
            description = "Signed events, and mails by inbound parse (multipart/form-data), signed or with credentials in the address.")
    public Uni<Received> sendGrid(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.SENDGRID))) byte[] body) {
        return receiveCall.receive("sendgrid", calls.of(request, body));
    }

    @POST
    @Path("mailgun")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of Mailgun", description = "Events, and mails by a route (a form). The signature stands in the body.")
    public Uni<Received> mailgun(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.MAILGUN))) byte[] body) {
        return receiveCall.receive("mailgun", calls.of(request, body));
    }

    @POST
    @Path("postmark")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of Postmark",
            description = "Events and mails that came in. Postmark signs nothing: its address carries credentials.")
    public Uni<Received> postmark(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.POSTMARK))) byte[] body) {
        return receiveCall.receive("postmark", calls.of(request, body));
    }
}
