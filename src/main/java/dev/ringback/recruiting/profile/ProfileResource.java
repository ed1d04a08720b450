package dev.ringback.recruiting.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ProfileResource {

    private final ReadProfiles readProfiles;
    private final CurrentCaller caller;

    ProfileResource(ReadProfiles readProfiles, CurrentCaller caller) {
        this.readProfiles = readProfiles;
        this.caller = caller;
    }

    @GET
    @Path("recruiting-profile")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "A candidate by his number", description = "Session, messages, calls and objective timeline in one answer.")
    public Uni<Profile> byPhone(@QueryParam("phone_number") @NotBlank @Size(max = 40) @Parameter(example = "+447700900123") String phoneNumber) {
        return readProfiles.byPhone(caller.get(), phoneNumber);
    }

    @GET
    @Path("recruiting-session")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "A campaign's sessions, the newest first")
    public Uni<Page<ListedSession>> byCampaign(
            @QueryParam("campaign") @NotBlank @Size(max = 200) @Parameter(example = "Plumber - London") String campaign,
            @QueryParam("status") @Pattern(regexp = "active|completed|expired|opted_out",
                    message = "must be active, completed, expired or opted_out") @Parameter(example = "active") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return readProfiles.list(caller.get(), campaign, status, cursor, Cursor.limit(limit));
    }

    @GET
    @Path("recruiting-session/{session_id}")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "One session", description = "With its messages, calls and objective timeline.")
    public Uni<Profile> bySession(
            @PathParam("session_id") @Parameter(example = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId) {
        return readProfiles.bySession(caller.get(), sessionId);
    }
}
