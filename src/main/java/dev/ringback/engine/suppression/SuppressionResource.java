package dev.ringback.engine.suppression;

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
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class SuppressionResource {

    private final ExportSuppressions exportSuppressions;
    private final ImportSuppressions importSuppressions;
    private final CurrentCaller caller;

    SuppressionResource(ExportSuppressions exportSuppressions, ImportSuppressions importSuppressions, CurrentCaller caller) {
        this.exportSuppressions = exportSuppressions;
        this.importSuppressions = importSuppressions;
        this.caller = caller;
    }

    @GET
    @Path("suppression-export")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Take along who said no",
            description = "Keyed hashes, the latest first; the import of an installation with the same key takes "
                    + "them back. `format=csv` puts the page into `csv`.")
    public Uni<Exported> list(@QueryParam("pack") String pack, @QueryParam("tenant") String tenant, @QueryParam("format") String format,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return exportSuppressions.list(Tenancy.of(caller.get(), pack, tenant), format, Cursor.parse(cursor), Cursor.limit(limit));
    }

    @POST
    @Path("suppression-import")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Take in who said no elsewhere",
            description = "Addresses are hashed on arrival and not kept. All rows are read before the first "
                    + "is kept; those that cannot be are named with their reason.")
    public Uni<Imported> take(@Valid ImportRequest request) {
        return importSuppressions.take(caller.get(), request);
    }
}
