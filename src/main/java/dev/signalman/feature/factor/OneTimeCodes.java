package dev.signalman.feature.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.crypto.tink.util.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes of authenticator apps: RFC 6238 as every app has it, with SHA-1, six digits and half a minute. */
final class OneTimeCodes {
    /** How long a code is valid in the app. */
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int DIGITS = 6;

    /** RFC 4226, section 4: 160 bits. */
    private static final int SECRET_LENGTH = 20;

    /** RFC 6238, section 5.2: a phone's clock may be off by one step. */
    private static final int SKEW = 1;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
    private final SecureRandom random = new SecureRandom();

    Bytes newSecret() {
        var secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        return Bytes.copyFrom(secret);
    }

    /** The number of the step whose code was given: the present one, the one before or the one after; empty for none. */
    OptionalLong step(Bytes secret, String given, Instant now) {
        var code = given.replaceAll("[\\s-]", "");
        long present = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        var found = OptionalLong.empty();
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            var expected = code(secret, Instant.ofEpochSecond(step * STEP.toSeconds()));
            if (MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(Bytes secret, Instant at) {
        try {
            var key = new SecretKeySpec(secret.toByteArray(), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes every key", impossible);
        }
    }

    /** A new secret as apps read it, RFC 4648, section 6. */
    static String base32(Bytes secret) {
        var text = new StringBuilder();
        var number = new BigInteger(1, secret.toByteArray());
        for (int letter = SECRET_LENGTH * Byte.SIZE / 5; letter > 0; letter--) {
            text.append(BASE_32.charAt(number.shiftRight(5 * (letter - 1)).intValue() & 31));
        }
        return text.toString();
    }
}
