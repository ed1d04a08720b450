package dev.ringback.engine.hook;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import dev.ringback.engine.inbox.Received;

/// Providers of messages and calls.
@Path("/functions/v1/hooks")
class PhoneHookResource {

    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final ReceiveCall receiveCall;
    private final Calls calls;
    private final ConfirmHook confirmHook;

    PhoneHookResource(ReceiveCall receiveCall, Calls calls, ConfirmHook confirmHook) {
        this.receiveCall = receiveCall;
        this.calls = calls;
        this.confirmHook = confirmHook;
    }

    @POST
    @Path("twilio")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces("text/xml")
    @APIResponse(responseCode = "200",
            content = @Content(mediaType = "text/xml", schema = @Schema(type = SchemaType.STRING, examples = NOTHING_TO_SAY)))
    @Operation(summary = "Report of Twilio",
            description = "Status callbacks and messages that came in. Answers with the empty TwiML that Twilio asks for: nothing is said back here.")
    public Uni<String> twilio(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/x-www-form-urlencoded",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.TWILIO))) byte[] body) {
        return receiveCall.receive("twilio", calls.of(request, body)).replaceWith(NOTHING_TO_SAY);
    }

    @POST
    @Path("telnyx")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of Telnyx", description = "Events of messages and of calls, signed by Ed25519.")
    public Uni<Received> telnyx(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.TELNYX))) byte[] body) {
        return receiveCall.receive("telnyx", calls.of(request, body));
    }

    @POST
    @Path("meta-whatsapp")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of WhatsApp", description = "Statuses and messages of the Cloud API, signed by X-Hub-Signature-256.")
    public Uni<Received> metaWhatsApp(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.META))) byte[] body) {
        return receiveCall.receive("meta-whatsapp", calls.of(request, body));
    }

    @POST
    @Path("voice-agent")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of a voice agent", description = "What was said on a call, after it.")
    public Uni<Received> voiceAgent(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.VOICE_AGENT))) byte[] body) {
        return receiveCall.receive("voice-agent", calls.of(request, body));
    }

    @GET
    @Path("meta-whatsapp")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Show Meta that the hook is ours", description = "Answers with the challenge where the token is the configured one.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN,
            schema = @Schema(type = SchemaType.STRING, examples = "1158201444")))
    @APIResponse(responseCode = "403")
    public String confirm(@Parameter(example = "subscribe") @QueryParam("hub.mode") String mode,
            @Parameter(example = "made-up") @QueryParam("hub.verify_token") String token,
            @Parameter(example = "1158201444") @QueryParam("hub.challenge") String challenge) {
        return confirmHook.confirm(mode, token, challenge);
    }
}
