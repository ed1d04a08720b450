package dev.ringback.engine.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.Roles;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

@Path("/functions/v1/dead-letters")
class DeadLetterResource {

    private final Database database;
    private final DeadLetterRepository letters;
    private final WakeUps wakeUps;
    private final Clock clock;

    DeadLetterResource(Database database, DeadLetterRepository letters, WakeUps wakeUps, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Work that failed as often as it may, the latest first")
    public Uni<Page<DeadLetter>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        var most = Cursor.limit(limit);
        return database.asService(tx -> letters.list(tx, Cursor.parse(cursor), most + 1))
                .map(rows -> Page.of(rows, most, letter -> new Cursor(letter.diedAt(), letter.id())));
    }

    @POST
    @Path("replay")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Enqueue dead letters' work anew, due now")
    public Uni<ClosedLetters> replay(@Valid @NotNull ChosenLetters chosen) {
        return database.asService(tx -> letters.replay(tx, chosen.ids(), clock.instant())).invoke(wakeUps::ring).map(ClosedLetters::new);
    }

    @POST
    @Path("discard")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Close dead letters without doing their work")
    public Uni<ClosedLetters> discard(@Valid @NotNull ChosenLetters chosen) {
        return database.asService(tx -> letters.discard(tx, chosen.ids(), clock.instant())).map(ClosedLetters::new);
    }
}
