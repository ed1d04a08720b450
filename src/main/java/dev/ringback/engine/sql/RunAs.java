package dev.ringback.engine.sql;

/// Whose rights a transaction has.
///
/// @param role   the Postgres role that the transaction takes: `anon`, `authenticated` or `service_role`
/// @param claims what `request.jwt.claims` says in it, as JSON text; policies read it
public record RunAs(String role, String claims) {

    /// Passes row level security: for jobs, hooks and secret keys.
    public static final RunAs SERVICE = new RunAs("service_role", "{\"role\":\"service_role\"}");
}
