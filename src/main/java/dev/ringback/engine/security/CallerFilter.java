package dev.ringback.engine.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import dev.ringback.engine.http.ProblemResponses;

/// Reads the credentials of functions that anybody may call too, so that a wrong one is told everywhere.
class CallerFilter {

    private final CurrentIdentityAssociation identity;

    CallerFilter(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    // Before the filters that ask for the caller.
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> authenticate(RoutingContext context) {
        return CallerAuthentication.isHook(context) ? Uni.createFrom().voidItem() : identity.getDeferredIdentity().replaceWithVoid();
    }

    @ServerExceptionMapper
    public Response nobody(UnauthorizedException refused) {
        return ProblemResponses.of(AuthProblems.missing());
    }

    @ServerExceptionMapper
    public Response wrongRole(ForbiddenException refused) {
        return ProblemResponses.of(AuthProblems.forbidden());
    }
}
