package dev.ringback.engine.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ConsentResource {

    private final RecordConsent recordConsent;
    private final AskConsent askConsent;
    private final EditConsentSettings settings;
    private final CurrentCaller caller;

    ConsentResource(RecordConsent recordConsent, AskConsent askConsent, EditConsentSettings settings, CurrentCaller caller) {
        this.recordConsent = recordConsent;
        this.askConsent = askConsent;
        this.settings = settings;
        this.caller = caller;
    }

    @POST
    @Path("consent-record")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Record a person's yes", description = "A line of the ledger. It ends no opt-out: only the person's own START does.")
    public Uni<Recorded> record(@Valid GivenConsent given) {
        return recordConsent.record(caller.get(), given);
    }

    @POST
    @Path("consent-revoke")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Record a person's no", description = "Nothing that it covers begins to be sent once this has answered.")
    public Uni<Recorded> revoke(@Valid GivenRefusal given) {
        return recordConsent.refuse(caller.get(), given);
    }

    @POST
    @Path("consent-query")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "How it stands with an address")
    public Uni<Standing> query(@Valid Question question) {
        return askConsent.ask(caller.get(), question);
    }

    @GET
    @Path("consent-settings")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "How a tenant keeps consent")
    public Uni<Settings> settings(@QueryParam("pack") String pack, @QueryParam("tenant") String tenant) {
        return settings.view(caller.get(), pack, tenant);
    }

    @PATCH
    @Path("consent-settings")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Change how a tenant keeps consent")
    public Uni<Settings> change(@Valid SettingsChange change) {
        return settings.change(caller.get(), change);
    }
}
