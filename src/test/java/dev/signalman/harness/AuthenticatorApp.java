package dev.signalman.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.slack.PostedMessage;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person's authenticator app (RFC 6238), made apart from the bot's library. */
public final class AuthenticatorApp {
    /** The label of the field for its code. */
    public static final String CODE = "Code from your authenticator app";

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Pattern KEY = Pattern.compile("secret=([A-Z2-7]{32})&");
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Dialogue bot;
    private final String key;

    private AuthenticatorApp(Dialogue bot, String key) {
        this.bot = bot;
        this.key = key;
    }

    /** Links a token, sets up a second factor and gives its first code. */
    public static AuthenticatorApp setUp(Dialogue bot, String person, String login) {
        TokenLinking.links(bot, person, login);
        return enrolled(bot, person, "/semaphore factor");
    }

    /** Sets up a second factor by a line, and gives its first code. */
    public static AuthenticatorApp enrolled(Dialogue bot, String person, String line) {
        var app = shown(bot, person, line);
        bot.until("the code can be entered", () -> !waiting(bot, person).isEmpty());
        bot.presses(person, waiting(bot, person).get(0), "Enter code");
        var before = setUps(bot, person);
        assertThat(bot.form(person).fill(CODE, app.code()).submit()).isEmpty();
        bot.until("the factor is set up", () -> setUps(bot, person) > before);
        bot.passes(STEP); // the code is spent
        return app;
    }

    /** Reads the key that a line shows. */
    public static AuthenticatorApp shown(Dialogue bot, String person, String line) {
        var before = keys(bot, person).size();
        bot.says(person, line);
        bot.until("a key is shown", () -> keys(bot, person).size() > before);
        return new AuthenticatorApp(bot, keys(bot, person).get(before));
    }

    private static List<PostedMessage> waiting(Dialogue bot, String person) {
        return bot.slack().visibleTo(person, WorkspaceFixture.DEPLOYS).stream()
                .filter(message -> message.buttons().contains("Enter code"))
                .toList();
    }

    private static long setUps(Dialogue bot, String person) {
        return bot.slack().visibleTo(person, WorkspaceFixture.DEPLOYS).stream()
                .filter(message -> message.drawn().contains("A second factor was set up for your account"))
                .count();
    }

    private static List<String> keys(Dialogue bot, String person) {
        return bot.slack().visibleTo(person, WorkspaceFixture.DEPLOYS).stream()
                .map(message -> KEY.matcher(message.drawn()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    public String key() {
        return key;
    }

    /** What it shows now. */
    public String code() {
        return code(0);
    }

    /** What it shows so many half minutes from now. */
    public String code(int steps) {
        long step = bot.semaphore().time().getEpochSecond() / STEP.toSeconds() + steps;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return "%06d"
                    .formatted((ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A code that it shows at no time near now. */
    public String wrongCode() {
        int code = 0;
        while (near(code)) {
            code++;
        }
        return "%06d".formatted(code);
    }

    private boolean near(int code) {
        for (int steps = -3; steps <= 3; steps++) {
            if (Integer.parseInt(code(steps)) == code) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String base32) {
        var all = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int at = 0; at < base32.length(); at++) {
            held = (held << 5) | BASE_32.indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                all.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return all.array();
    }
}
