package dev.ringback.engine.unsubscribe;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;

import io.smallrye.mutiny.Uni;

@Path("/functions/v1/unsubscribe/{token}")
class UnsubscribeResource {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String EXAMPLE = "<!doctype html>…";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Unsubscribe unsubscribe;

    UnsubscribeResource(Unsubscribe unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    @GET
    @PermitAll
    @Produces(HTML)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "Referrer-Policy", value = "no-referrer")
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    @APIResponse(responseCode = "200", description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
    @Operation(summary = "The preference page of an unsubscribe link", description = "Changes nothing: mail programs open links by themselves.")
    public Uni<String> page(@PathParam("token") String token) {
        return unsubscribe.page(token);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(HTML)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "Referrer-Policy", value = "no-referrer")
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    @APIResponse(responseCode = "200", description = "Done",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
    @Operation(summary = "Say no by an unsubscribe link",
            description = "One click (RFC 8058), or the page's form: `stop` is `all`, `email`, `phone` or "
                    + "`whatsapp`, and may be there more than once.")
    public Uni<String> stop(@PathParam("token") String token,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                    schema = @Schema(type = SchemaType.STRING, examples = "List-Unsubscribe=One-Click"))) byte[] form) {
        return unsubscribe.stop(token, form);
    }
}
