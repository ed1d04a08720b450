package dev.ringback.engine.outbox;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.inbox.Received;
import dev.ringback.engine.security.Roles;
import dev.ringback.engine.sql.Database;

@Path("/functions/v1/outbox")
class OutboxResource {

    private final Database database;
    private final OutboxRepository outbox;
    private final AnswerKept answerKept;

    OutboxResource(Database database, OutboxRepository outbox, AnswerKept answerKept) {
        this.database = database;
        this.outbox = outbox;
        this.answerKept = answerKept;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "What the outbox kept, the latest first")
    public Uni<Page<KeptMessage>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        var most = Cursor.limit(limit);
        return database.asService(tx -> outbox.list(tx, Cursor.parse(cursor), most + 1))
                .map(rows -> Page.of(rows, most, kept -> new Cursor(kept.sentAt(), kept.id())));
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Answer a kept message as its recipient would")
    public Uni<Received> answer(@PathParam("id") UUID id, @Valid MadeUpAnswer answer) {
        return answerKept.answer(id, answer);
    }
}
