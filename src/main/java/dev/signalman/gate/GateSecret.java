package dev.signalman.gate;

import dev.signalman.keyring.HexSignature;
import java.nio.charset.StandardCharsets;

/**
 * The secret that only a deployment target holds, for organizations without OIDC tokens: a job signs its pipeline's id
 * with HMAC-SHA256. Whoever knows it can sign any pipeline's id.
 *
 * @param value never printed
 */
public record GateSecret(String value) {
    private static final int SHORTEST = 16;

    /** Refuses a secret that could be guessed. */
    public GateSecret {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("The gate's secret is too short");
        }
    }

    /** Whether a job that has this secret signed the id. */
    boolean signed(String pipelineId, String signature) {
        return new HexSignature(value).genuine(signature, pipelineId.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "GateSecret";
    }
}
