package dev.ringback.engine.security;

import java.security.Key;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.time.Clock;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Verifies a Supabase token. The header's algorithm picks the key: HS256 only the legacy secret, and only where one is
/// configured; ES256 and RS256 only a public key of the project; anything else, `none` included, is refused.
@ApplicationScoped
class JwtVerifier {

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final int SKEW_SECONDS = 30;

    private final Optional<Key> legacyKey;
    private final Jwks jwks;
    private final Clock clock;

    JwtVerifier(SecurityConfig config, Jwks jwks, Clock clock) {
        this.legacyKey = config.jwtSecret().map(secret -> new HmacKey(secret.getBytes(UTF_8)));
        this.jwks = jwks;
        this.clock = clock;
    }

    /// Fails with the [Problem] that the caller shall see.
    Uni<Caller> verify(String token) {
        var header = Header.of(token);
        return switch (header.algorithm()) {
            case "HS256" -> legacy(token);
            case "ES256", "RS256" -> jwks.find(header.keyId(), header.algorithm())
                    .map(key -> caller(token, header.algorithm(), key.orElseThrow(AuthProblems::badAsymmetric), AuthProblems.badAsymmetric()));
            default -> throw AuthProblems.unsupported(header.algorithm());
        };
    }

    private Uni<Caller> legacy(String token) {
        return Uni.createFrom()
                .item(() -> caller(token, "HS256", legacyKey.orElseThrow(AuthProblems::badLegacy), AuthProblems.badLegacy()));
    }

    private Caller caller(String token, String algorithm, Key key, Problem refusal) {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm))
                .setRelaxVerificationKeyValidation()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .setSkipDefaultAudienceValidation()
                .build();
        try {
            return callerOf(consumer.processToClaims(token), refusal);
        } catch (InvalidJwtException _) {
            throw refusal;
        }
    }

    // A custom role is refused loudly: taking a lesser one silently would look like missing rows.
    private static Caller callerOf(JwtClaims claims, Problem refusal) {
        var subject = claims.getClaimValueAsString("sub");
        return switch (String.valueOf(claims.getClaimValueAsString("role"))) {
            case "anon" -> new Caller.Anonymous(true);
            case "service_role" -> new Caller.Service("service_role");
            case "authenticated" -> new Caller.User(Optional.ofNullable(subject).orElseThrow(() -> refusal), claims.toJson());
            default -> throw refusal;
        };
    }

    private record Header(String algorithm, String keyId) {

        static Header of(String token) {
            if (!COMPACT.matcher(token).matches()) {
                throw AuthProblems.notJwt();
            }
            try {
                var structure = JsonWebStructure.fromCompactSerialization(token);
                return new Header(String.valueOf(structure.getAlgorithmHeaderValue()), structure.getKeyIdHeaderValue());
            } catch (JoseException | ClassCastException _) {
                // jose4j casts `alg` and `kid`, whatever they are.
                throw AuthProblems.notJwt();
            }
        }
    }
}
