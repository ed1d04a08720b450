package dev.ringback.engine.clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/clock")
class ClockResource {

    private final MoveClock moveClock;

    ClockResource(MoveClock moveClock) {
        this.moveClock = moveClock;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Business time")
    public Uni<ClockReading> read() {
        return Uni.createFrom().item(moveClock::read);
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Move business time", description = "Only where `ringback.clock` is `settable`: in development and tests.")
    public Uni<ClockReading> move(ClockSetting setting) {
        return Uni.createFrom().deferred(() -> moveClock.move(setting));
    }
}
