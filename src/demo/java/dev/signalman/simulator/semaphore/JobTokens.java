package dev.signalman.simulator.semaphore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the OIDC tokens that jobs get, signed with the organization's own RSA key (docs/semaphore.md, "OIDC tokens").
 * It shares no code with the bot's verification.
 */
public final class JobTokens {
    /** How long a token is valid. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int KEY_BITS = 2048;
    private static final String KEY_ID = "1660038999";

    private final String organizationId;
    private final SeededIds ids;
    private Supplier<KeyPair> origin = JobTokens::newKeys;
    private @Nullable KeyPair keys;

    JobTokens(String organizationId, SeededIds ids) {
        this.organizationId = organizationId;
        this.ids = ids;
    }

    /** The public keys, as {@code /.well-known/jwks.json} shows them. */
    public JsonNode publicKeys() {
        var key = (RSAPublicKey) keys().getPublic();
        var answer = JSON.createObjectNode();
        answer.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
        return answer;
    }

    /**
     * The token of a job.
     *
     * @param issuer the organization's URL
     * @param changed claims that differ from the usual ones; null as a value removes a claim
     */
    public String of(SimulatedJob job, String issuer, Instant now, Map<String, @Nullable String> changed) {
        var claims = claims(job, issuer, now);
        changed.forEach((name, value) -> {
            if (value == null) {
                claims.remove(name);
            } else if (value.matches("-?[0-9]+")) {
                claims.put(name, Long.parseLong(value));
            } else {
                claims.put(name, value);
            }
        });
        return signed(
                JSON.createObjectNode().put("alg", "RS256").put("kid", KEY_ID).put("typ", "JWT"), claims);
    }

    private ObjectNode claims(SimulatedJob job, String issuer, Instant now) {
        var pipeline = job.pipeline();
        var workflow = pipeline.workflow();
        var project = workflow.project();
        var seconds = now.getEpochSecond();
        return JSON.createObjectNode()
                .put("iss", issuer)
                .put("aud", issuer)
                .put(
                        "sub",
                        "org:acme:project:" + project.id() + ":repo:" + project.name() + ":ref_type:branch:ref:"
                                + workflow.branchName())
                .put("exp", seconds + LIFE.toSeconds())
                .put("nbf", seconds)
                .put("iat", seconds)
                .put("jti", ids.next())
                .put("org_id", organizationId)
                .put("prj_id", project.id())
                .put("wf_id", workflow.id())
                .put("ppl_id", pipeline.id())
                .put("job_id", job.id())
                .put("job_type", "pipeline_job")
                .put("repo", project.name())
                .put("branch", workflow.branchName());
    }

    private String signed(ObjectNode header, ObjectNode claims) {
        var text = base64(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has RSA", missing);
        }
    }

    private synchronized KeyPair keys() {
        if (keys == null) {
            keys = origin.get();
        }
        return keys;
    }

    /** A new RSA key as long as the real ones; making it takes a good part of a second. */
    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has RSA", missing);
        }
    }

    /** Signs with these keys, once they are needed, instead of new ones. */
    public synchronized void signWith(Supplier<KeyPair> existing) {
        origin = existing;
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? base64(Arrays.copyOfRange(bytes, 1, bytes.length)) : base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
