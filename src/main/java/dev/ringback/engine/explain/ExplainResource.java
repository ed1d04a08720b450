package dev.ringback.engine.explain;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/explain-send")
class ExplainResource {

    private final ExplainSend explainSend;

    ExplainResource(ExplainSend explainSend) {
        this.explainSend = explainSend;
    }

    @GET
    @Path("{message_id}")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT, Roles.USER})
    @Operation(summary = "Why a message was sent, or was not",
            description = "Every verdict with its rule and time, and what was reported since. Callers see their own.")
    public Uni<Explanation> explain(@PathParam("message_id") UUID id) {
        return explainSend.explain(id);
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.TENANT, Roles.USER})
    @Operation(summary = "Why a subject was written to, or was not", description = "The latest hundred messages, as one is explained.")
    public Uni<Explanations> explain(@QueryParam("pack") @NotBlank @Parameter(example = "growth") String pack,
            @QueryParam("subject_kind") @NotBlank @Parameter(example = "lead") String kind,
            @QueryParam("subject_id") @NotBlank @Parameter(example = "aee4b816-a70f-42eb-a8e7-96b9d7eb0a3c") String id) {
        return explainSend.explain(new Asked(pack, kind, id));
    }
}
