package dev.ringback.growth.session;

import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class SessionResource {

    private final SignClientIn signClientIn;

    SessionResource(SignClientIn signClientIn) {
        this.signClientIn = signClientIn;
    }

    @POST
    @Path("growth-client-login")
    @RolesAllowed({Roles.ANON, Roles.USER, Roles.SERVICE})
    @Operation(summary = "Sign a client in",
            description = "Answers with a session token, the only time that it is shown. It goes where an API key goes.")
    public Uni<ClientSession> signIn(@Valid @NotNull SignIn attempt) {
        return signClientIn.signIn(attempt);
    }

    @POST
    @Path("growth-client-logout")
    @RolesAllowed(Roles.TENANT)
    @Operation(summary = "End the session whose token the caller shows")
    public Uni<SignedOut> signOut(@Parameter(hidden = true) @HeaderParam("authorization") String bearer,
            @Parameter(hidden = true) @HeaderParam("apikey") String apiKey, @Parameter(hidden = true) @HeaderParam("x-api-key") String otherKey) {
        return signClientIn.signOut(Stream.of(bearer, apiKey, otherKey));
    }
}
