package dev.ringback.engine.security;

import dev.ringback.engine.http.Problem;

/// The answers to bad credentials, in the words of Supabase's own gateway. The token's algorithm picks the code, not the
/// kind of failure.
final class AuthProblems {

    private static final int UNAUTHORIZED = 401;

    private AuthProblems() {}

    static Problem notBearer() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_INVALID_JWT_FORMAT", "Auth header is not 'Bearer {token}'");
    }

    static Problem notJwt() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_INVALID_JWT_FORMAT", "Invalid JWT");
    }

    static Problem badLegacy() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_LEGACY_JWT", "Invalid JWT");
    }

    static Problem badAsymmetric() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_ASYMMETRIC_JWT", "Invalid JWT");
    }

    static Problem unsupported(String algorithm) {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_UNSUPPORTED_TOKEN_ALGORITHM", "Unsupported JWT algorithm " + algorithm);
    }

    static Problem badKey() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_INVALID_API_KEY", "Invalid API key");
    }

    static Problem missing() {
        return new Problem(UNAUTHORIZED, "UNAUTHORIZED_NO_AUTH_HEADER", "Missing authorization header");
    }

    static Problem forbidden() {
        return new Problem(403, "FORBIDDEN", "This caller may not use this function");
    }
}
