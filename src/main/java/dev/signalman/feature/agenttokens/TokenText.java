package dev.signalman.feature.agenttokens;

import dev.signalman.command.SecretRedaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A token in clear: a prefix that scanners and {@link SecretRedaction} know, and 256 random bits. So many bits need no
 * slow hash, and nothing is learned from how long the search for a hash takes.
 *
 * @param value never printed, logged or stored
 */
record TokenText(String value) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile(SecretRedaction.AGENT_TOKEN + "[A-Za-z0-9_-]{43}");

    static TokenText random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new TokenText(SecretRedaction.AGENT_TOKEN
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it can be a token at all; anything else is not looked for. */
    boolean wellFormed() {
        return SHAPE.matcher(value).matches();
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
