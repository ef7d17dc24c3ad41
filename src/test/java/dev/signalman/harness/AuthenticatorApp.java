package dev.signalman.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
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
        bot.presses(person, bot.answer(person, "Then enter the code that your app shows"), "Enter code");
        assertThat(bot.form(person).fill(CODE, app.code()).submit()).isEmpty();
        bot.answer(person, "A second factor was set up for your account");
        bot.passes(STEP); // the code is spent
        return app;
    }

    /** Reads the key that a line shows. */
    public static AuthenticatorApp shown(Dialogue bot, String person, String line) {
        bot.says(person, line);
        var shown = bot.answer(person, "Add this key to your authenticator app");
        var key = KEY.matcher(shown.drawn());
        assertThat(key.find()).isTrue();
        return new AuthenticatorApp(bot, key.group(1));
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
        long step = bot.time().getEpochSecond() / STEP.toSeconds() + steps;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff) % 1_000_000);
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
        for (char letter : base32.toCharArray()) {
            held = (held << 5) | BASE_32.indexOf(letter);
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
