package dev.ringback.engine.security;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/// Tells Quarkus who calls, once the function is found: an unknown function is a 404 whatever the token.
@ApplicationScoped
class CallerAuthentication implements HttpAuthenticationMechanism {

    static final String CALLER = Caller.class.getName();
    // Providers prove themselves by their signatures, and some send a basic authorization of their own.
    private static final String HOOKS = "/functions/v1/hooks/";

    private final Credentials credentials;

    CallerAuthentication(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        if (context.normalizedPath().startsWith(HOOKS)) {
            context.put(CALLER, new Caller.Anonymous(false));
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().deferred(() -> credentials.read(context.request()))
                .invoke(caller -> context.put(CALLER, caller))
                .map(CallerAuthentication::identity);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    // Null is Quarkus' word for nobody: a function that wants a role answers 401 then, not 403.
    private static SecurityIdentity identity(Caller caller) {
        if (caller instanceof Caller.Anonymous(var credentialed) && !credentialed) {
            return null;
        }
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(caller.id())).addRole(caller.role()).build();
    }
}
