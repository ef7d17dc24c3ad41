package dev.signalman.feature.agenttokens;

import dev.signalman.command.SecretRedaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token in clear: a prefix that scanners and {@link SecretRedaction} know, and 256 random bits. So many bits need no
 * slow hash, and nothing is learned from how long the search for a hash takes.
 *
 * @param value never printed, logged or stored
 */
record TokenText(String value) {
    private static final int RANDOM_BYTES = 32;

    static TokenText random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new TokenText(SecretRedaction.AGENT_TOKEN
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Its SHA-256 in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "TokenText";
    }
}
