package dev.signalman.playground.stage;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedSlack;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** Everybody's phone with an authenticator app. It knows each key that its owner was shown in Slack, as if they had typed it in. */
public final class SimulatedPhones {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int KEY_BYTES = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern KEY = Pattern.compile("otpauth://totp/(\\w+):(\\w+)\\?secret=([A-Z2-7]{32})&");

    private final SimulatedSlack slack;
    private final InstantSource clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    public SimulatedPhones(SimulatedSlack slack, InstantSource clock) {
        this.slack = slack;
        this.clock = clock;
    }

    /**
     * An entry of the app.
     *
     * @param id the same as long as the key is
     * @param left how long it shows this code
     */
    public record Entry(String id, String issuer, String code, Duration left) {}

    /** What a person's app shows now, newest key first. */
    public List<Entry> of(String person) {
        var now = clock.instant();
        var left = STEP.minus(Duration.ofMillis(now.toEpochMilli() % STEP.toMillis()));
        return slack.window(person).channels().stream()
                .flatMap(channel -> slack.visibleTo(person, channel.id()).stream())
                .filter(PostedMessage::ephemeral)
                .flatMap(message -> KEY.matcher(message.drawn()).results().map(key -> entry(message, key, now, left)))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
    }

    private Entry entry(PostedMessage message, MatchResult key, Instant now, Duration left) {
        return new Entry(message.ts(), key.group(1), code(key.group(3), now), left);
    }

    private String code(String base32, Instant now) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(bytes(base32), generator.getAlgorithm()), now);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes every key", impossible);
        }
    }

    private static byte[] bytes(String base32) {
        var number = base32.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE_32.indexOf(letter)))
                .reduce(BigInteger.ZERO, (before, letter) -> before.shiftLeft(5).add(letter));
        var bytes = new byte[KEY_BYTES];
        for (int at = 0; at < KEY_BYTES; at++) {
            bytes[at] = number.shiftRight(Byte.SIZE * (KEY_BYTES - 1 - at)).byteValue();
        }
        return bytes;
    }
}
