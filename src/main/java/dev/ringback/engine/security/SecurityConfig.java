package dev.ringback.engine.security;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// Keys and tokens, under Supabase's own names of the environment (`application.properties` maps them).
@ConfigMapping(prefix = "ringback.security")
interface SecurityConfig {

    /// `sb_publishable_…` by name, as a JSON object: `SUPABASE_PUBLISHABLE_KEYS`.
    Optional<String> publishableKeys();

    /// The one named `default`: `SUPABASE_PUBLISHABLE_KEY`.
    Optional<String> publishableKey();

    Optional<String> secretKeys();

    Optional<String> secretKey();

    /// The HS256 secret of a project that still signs so. Unset: HS256 tokens are refused.
    Optional<String> jwtSecret();

    Optional<String> anonKey();

    Optional<String> serviceRoleKey();

    /// Public keys inline: `{"keys":[…]}` or the bare array.
    Optional<String> jwks();

    /// Where they are fetched; derived from the project's URL when unset.
    Optional<URI> jwksUrl();

    Optional<URI> supabaseUrl();

    /// Accepted in `x-job-secret`; two during a rotation.
    Optional<List<String>> jobSecrets();
}
