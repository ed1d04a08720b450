package dev.ringback.growth.prospect;

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

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;
import dev.ringback.growth.prospect.ReadProspects.PriorityList;
import dev.ringback.growth.prospect.ReadProspects.Wanted;

@Path("/functions/v1")
class ProspectResource {

    private final TakeInProspects takeInProspects;
    private final ReadProspects readProspects;
    private final CurrentCaller caller;

    ProspectResource(TakeInProspects takeInProspects, ReadProspects readProspects, CurrentCaller caller) {
        this.takeInProspects = takeInProspects;
        this.readProspects = readProspects;
        this.caller = caller;
    }

    @POST
    @Path("growth-prospect-upsert")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Take in businesses that may need us",
            description = "As rows or as CSV. A business is known by its site, else by its address; "
                    + "each row is accepted or refused with its reason.")
    public Uni<TakenIn> take(@Valid ProspectList list) {
        return takeInProspects.take(list);
    }

    @GET
    @Path("growth-prospect-priority")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT, Roles.USER})
    @Operation(summary = "The prospects that need us most",
            description = "Those whose need is 70 or more, the neediest first. Only for the agency itself.")
    public Uni<PriorityList> priority(@QueryParam("contacted") @Schema(type = SchemaType.BOOLEAN) String contacted,
            @QueryParam("industry") String industry, @QueryParam("region") String region,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return readProspects.priority(caller.get(), Wanted.of(contacted, industry, region), Cursor.limit(limit));
    }
}
