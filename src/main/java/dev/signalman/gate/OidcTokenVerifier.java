package dev.signalman.gate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the OIDC token that Semaphore gives to each job, against the keys of the organization (docs/semaphore.md,
 * "OIDC tokens"). Only RS256 is accepted, and only tokens of jobs in pipelines: a debug job has the same pipeline id.
 */
final class OidcTokenVerifier {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int LARGEST = 256 * 1024;

    private final String issuer;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor;

    /** Verifies tokens of an organization, whose keys it reads from there. */
    OidcTokenVerifier(URI semaphore, InstantSource clock) {
        this(semaphore, keys(semaphore), clock);
    }

    OidcTokenVerifier(URI semaphore, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.issuer = trimmed(semaphore);
        this.clock = clock;
        this.processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> check(claims));
    }

    private static String trimmed(URI semaphore) {
        return semaphore.toString().replaceFirst("/+$", "");
    }

    private static JWKSource<SecurityContext> keys(URI semaphore) {
        try {
            var url = URI.create(trimmed(semaphore) + "/.well-known/jwks.json").toURL();
            return JWKSourceBuilder.<SecurityContext>create(
                            url, new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST))
                    .retrying(true)
                    .build();
        } catch (MalformedURLException faulty) {
            throw new IllegalArgumentException("The address of Semaphore is no URL", faulty);
        }
    }

    /**
     * The job that a token was made for.
     *
     * @throws UnauthenticatedJobException when the token is not genuine, or the keys cannot be read
     */
    JobIdentity verify(String token) throws UnauthenticatedJobException {
        try {
            var claims = processor.process(token, null);
            return new JobIdentity(required(claims, "ppl_id"), required(claims, "job_id"));
        } catch (KeySourceException silent) {
            throw UnauthenticatedJobException.unchecked(
                    "Semaphore's keys for OIDC tokens can't be read, so the gate stays closed. Trying again.");
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw UnauthenticatedJobException.refused("This token isn't accepted: " + why(wrong)
                    + " Send the job's own SEMAPHORE_OIDC_TOKEN as \"Authorization: Bearer\".");
        }
    }

    private static String why(Exception wrong) {
        return wrong instanceof WrongClaimException claim
                ? String.valueOf(claim.getMessage())
                : "it isn't a token that Semaphore signed for this organization.";
    }

    private void check(JWTClaimsSet claims) throws BadJWTException {
        if (!issuer.equals(claims.getIssuer())) {
            throw new WrongClaimException("it comes from another organization (iss).");
        }
        if (!List.of(issuer).equals(claims.getAudience())) {
            throw new WrongClaimException("it is meant for another service (aud).");
        }
        var now = clock.instant();
        var expires = instant(claims.getExpirationTime());
        if (expires == null || !expires.plus(CLOCKS_DIFFER).isAfter(now)) {
            throw new WrongClaimException("it has expired (exp).");
        }
        var begins = instant(claims.getNotBeforeTime());
        if (begins != null && begins.minus(CLOCKS_DIFFER).isAfter(now)) {
            throw new WrongClaimException("it isn't valid yet (nbf).");
        }
        if (!"pipeline_job".equals(required(claims, "job_type"))) {
            throw new WrongClaimException("it belongs to a debug job (job_type).");
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String required(JWTClaimsSet claims, String name) throws WrongClaimException {
        if (claims.getClaim(name) instanceof String text && text.matches("[0-9A-Za-z_-]{1,64}")) {
            return text;
        }
        throw new WrongClaimException("it doesn't say " + name
                + ". Turn that claim on in Semaphore, under the organization's settings for OIDC tokens.");
    }

    /** A genuine token that says the wrong thing; the message ends with a full stop. */
    private static final class WrongClaimException extends BadJWTException {
        private static final long serialVersionUID = 1L;

        WrongClaimException(String message) {
            super(message);
        }
    }
}
