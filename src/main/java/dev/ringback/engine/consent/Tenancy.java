package dev.ringback.engine.consent;

import java.util.ArrayList;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;

/// Whose matters a call is about: a tenant's own, or those that the service names.
public record Tenancy(String pack, String tenant) {

    private static final int FORBIDDEN = 403;

    /// @param pack   as named in the body; a tenant need not
    /// @param tenant likewise
    public static Tenancy of(Caller caller, String pack, String tenant) {
        if (!(caller instanceof Caller.Tenant own)) {
            return named(pack, tenant);
        }
        if (pack != null && !pack.equals(own.pack()) || tenant != null && !tenant.equals(own.tenant())) {
            throw new Problem(FORBIDDEN, "FORBIDDEN", "A tenant speaks for itself alone");
        }
        return new Tenancy(own.pack(), own.tenant());
    }

    public Party party(Address address) {
        return new Party(pack, tenant, address.value());
    }

    private static Tenancy named(String pack, String tenant) {
        var errors = new ArrayList<Problem.FieldError>();
        if (pack == null) {
            errors.add(new Problem.FieldError("pack", "must not be null"));
        }
        if (tenant == null || tenant.isBlank()) {
            errors.add(new Problem.FieldError("tenant", "must not be blank"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Tenancy(pack, tenant);
    }
}
