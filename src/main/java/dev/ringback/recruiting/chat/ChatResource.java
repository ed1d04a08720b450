package dev.ringback.recruiting.chat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
class ChatResource {

    private final Chat chat;
    private final CurrentCaller caller;

    ChatResource(Chat chat, CurrentCaller caller) {
        this.chat = chat;
        this.caller = caller;
    }

    @GET
    @Path("recruiting-chat")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "A session's messages in their order")
    public Uni<Page<ChatMessage>> read(
            @QueryParam("session_id") @NotBlank @Parameter(example = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return chat.read(caller.get(), sessionId, cursor, Cursor.limit(limit));
    }

    @POST
    @Path("recruiting-agent-message")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Write to a candidate oneself",
            description = "Leaves when it may: in the candidate's hours, and within 24 hours after he wrote; otherwise it is held_window.")
    public Uni<PlannedMessage> write(@Valid AgentMessage message) {
        return chat.write(caller.get(), message);
    }
}
