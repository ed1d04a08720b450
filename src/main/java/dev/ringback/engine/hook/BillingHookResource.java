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

/// Whoever tells what is paid for.
@Path("/functions/v1/hooks")
class BillingHookResource {

    private final ReceiveCall receiveCall;
    private final Calls calls;

    BillingHookResource(ReceiveCall receiveCall, Calls calls) {
        this.receiveCall = receiveCall;
        this.calls = calls;
    }

    @POST
    @Path("stripe")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Report of Stripe", description = "Events of subscriptions, signed by Stripe-Signature.")
    public Uni<Received> stripe(@Context HttpServerRequest request, @RequestBody(
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.STRING, examples = HookExamples.STRIPE))) byte[] body) {
        return receiveCall.receive("stripe", calls.of(request, body));
    }
}
