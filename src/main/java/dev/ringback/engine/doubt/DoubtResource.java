package dev.ringback.engine.doubt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/consent-doubts")
class DoubtResource {

    private final SettleDoubt settleDoubt;
    private final CurrentCaller caller;

    DoubtResource(SettleDoubt settleDoubt, CurrentCaller caller) {
        this.settleDoubt = settleDoubt;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Answers that may be an opt-out, the latest first")
    public Uni<Page<Doubt>> list(@QueryParam("pack") String pack, @QueryParam("tenant") String tenant, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return settleDoubt.list(Tenancy.of(caller.get(), pack, tenant), Cursor.parse(cursor), Cursor.limit(limit));
    }

    @POST
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Say whether an answer was an opt-out", description = "Until then nothing is sent to the person.")
    public Uni<SettledDoubt> settle(@Valid Settlement settlement) {
        return settleDoubt.settle(caller.get(), settlement);
    }
}
