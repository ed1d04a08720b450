package dev.ringback.growth.maintenance;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class MaintenanceResource {

    private final PurgeTestData purgeTestData;
    private final ReportStorage reportStorage;

    MaintenanceResource(PurgeTestData purgeTestData, ReportStorage reportStorage) {
        this.purgeTestData = purgeTestData;
        this.reportStorage = reportStorage;
    }

    @GET
    @Path("growth-test-data")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Clients and leads that are tests or look like some",
            description = "Up to 1,000, of one client or of all; a human confirms them.")
    public Uni<TestRecords> listTests(@QueryParam("client_id") UUID clientId) {
        return purgeTestData.list(clientId);
    }

    @POST
    @Path("growth-test-data")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Say of clients and leads whether they are tests", description = "Tests are never written to and never counted.")
    public Uni<TestRecords> confirm(@Valid ChosenRecords chosen) {
        return purgeTestData.confirm(chosen);
    }

    @POST
    @Path("growth-test-purge")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Purge confirmed test data by id",
            description = "Without a digest a dry run; with its digest the purge, refused where the data changed.")
    public Uni<Purged> purge(@Valid Purge purge) {
        return purgeTestData.purge(purge);
    }

    @GET
    @Path("growth-storage-report")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Sizes of tables and indexes, and how much they are used")
    public Uni<StorageReport> report() {
        return reportStorage.report();
    }
}
