package dev.ringback.engine.security;

/// Who may call a function. Named on every resource method.
public final class Roles {

    /// Anybody with a publishable or legacy anon key.
    public static final String ANON = "anon";
    /// A signed-in user of the Supabase project.
    public static final String USER = "authenticated";
    /// A program with a tenant's API key.
    public static final String TENANT = "tenant";
    /// A server with a secret key or the legacy service key.
    public static final String SERVICE = "service_role";
    /// A scheduler with the job secret.
    public static final String JOB = "job";

    private Roles() {}
}
