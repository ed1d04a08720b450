package dev.ringback.engine.security;

import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/// Tells Quarkus who calls, once the function is found: an unknown function is a 404 whatever the token.
@ApplicationScoped
class CallerAuthentication implements HttpAuthenticationMechanism {

    static final String CALLER = Caller.class.getName();
    // Providers prove themselves by their signatures, and some send a basic authorization of their own.
    private static final String HOOKS = "/functions/v1/hooks/";

    // Of equal priority the application's filters come after Quarkus'.
    private static final int AFTER_QUARKUS_OWN = 200;

    private final Credentials credentials;

    CallerAuthentication(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        if (isHook(context)) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().deferred(() -> credentials.read(context.request()))
                .invoke(caller -> context.put(CALLER, caller))
                .map(CallerAuthentication::identity);
    }

    void register(@Observes Filters filters) {
        filters.register(CallerAuthentication::skipPreparations, AFTER_QUARKUS_OWN);
    }

    // Quarkus prepares each call for a failure of its authentication, and builds a table of all paths for that. A hook's cannot fail.
    private static void skipPreparations(RoutingContext context) {
        if (isHook(context)) {
            BiConsumer<RoutingContext, Throwable> failing = RoutingContext::fail;
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, failing);
        }
        context.next();
    }

    /// Whether nobody is asked who calls; he is then known to be nobody.
    static boolean isHook(RoutingContext context) {
        var isHook = context.normalizedPath().startsWith(HOOKS);
        if (isHook) {
            context.put(CALLER, new Caller.Anonymous(false));
        }
        return isHook;
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
