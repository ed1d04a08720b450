package dev.ringback.engine.tracking;

import java.net.URI;
import java.util.Base64;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

@Path("/functions/v1")
class TrackingResource {

    private static final String GIF = "image/gif";
    private static final String CACHE = "Cache-Control";
    private static final String NO_STORE = "no-store";
    private static final String PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private final TakeHit takeHit;

    TrackingResource(TakeHit takeHit) {
        this.takeHit = takeHit;
    }

    @GET
    @Path("track-open/{token}")
    @PermitAll
    @APIResponse(responseCode = "200", description = "A transparent GIF of one pixel",
            content = @Content(mediaType = GIF, schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "GIF89a…")))
    @Operation(summary = "The pixel of a tracked mail", description = "Answers the same whatever the token; only ours is a mail's.")
    public Uni<RestResponse<byte[]>> open(@Context HttpServerRequest request, @PathParam("token") String token) {
        return takeHit.open(token, visitor(request)).map(_ -> pixel());
    }

    @GET
    @Path("track-click/{token}")
    @PermitAll
    @APIResponse(responseCode = "302", description = "On to where the link leads",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING, examples = "https://maple-roofing.example/book")))
    @APIResponse(responseCode = "404")
    @Operation(summary = "A link of a tracked mail",
            description = "Where it leads stands in the signed token: a link that we didn't make leads nowhere.")
    public Uni<RestResponse<Void>> click(@Context HttpServerRequest request, @PathParam("token") String token) {
        return takeHit.click(token, visitor(request)).map(TrackingResource::redirect);
    }

    private static RestResponse<byte[]> pixel() {
        return RestResponse.ResponseBuilder.ok(Base64.getDecoder().decode(PIXEL), GIF).header(CACHE, NO_STORE).build();
    }

    // The page learns nothing of the link: with its token anybody could make hits.
    private static RestResponse<Void> redirect(URI target) {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND).location(target).header(CACHE, NO_STORE)
                .header("Referrer-Policy", "no-referrer").header("X-Robots-Tag", "noindex").build();
    }

    // `Sec-Purpose` of the Fetch standard, and what older browsers and Apple's previews say.
    private static Visitor visitor(HttpServerRequest request) {
        var isPrefetch = says(request, "sec-purpose", "prefetch") || says(request, "purpose", "prefetch") || says(request, "x-purpose", "preview")
                || says(request, "x-moz", "prefetch");
        return new Visitor(request.getHeader("user-agent"), request.method().equals(HttpMethod.HEAD), isPrefetch);
    }

    private static boolean says(HttpServerRequest request, String header, String word) {
        var value = request.getHeader(header);
        return value != null && value.toLowerCase(Locale.ROOT).contains(word);
    }
}
