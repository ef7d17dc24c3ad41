package dev.signalman.command;

import dev.signalman.domain.NearestName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes possible secrets from a line before it is recorded: everything after a verb with which a person may have
 * meant to send a token, and every token for an agent. {@code link} asks for the token in a form, so nothing typed may
 * follow it.
 */
public final class SecretRedaction {
    /** Replaces the removed text. */
    public static final String LEFT_OUT = "…";

    /** The answer to a person who typed a possible secret. */
    static final String ADVICE =
            "Never post a token in a message: Slack stores it, and others can read it. I didn't keep it. "
                    + "If it was a token, reset it now on your account page in Semaphore, then use /semaphore link "
                    + "and paste the new one into the form.";

    /** Words that precede a token in other tools. */
    private static final Set<String> LIKE_LINK = Set.of("auth", "connect", "login", "signin", "token");

    private static final Pattern FIRST_WORD =
            Pattern.compile("([^\\p{L}\\p{N}]*)(\\p{L}+)(.*)", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OFFER = Pattern.compile(" offer=\"?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"?");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]", Pattern.UNICODE_CHARACTER_CLASS);

    /** How a token for an agent begins, so that it is known wherever it appears. */
    public static final String AGENT_TOKEN = "signalman_agent_";

    private static final Pattern AGENT_TOKENS = Pattern.compile("(?i)" + AGENT_TOKEN + "[A-Za-z0-9_-]+");

    private SecretRedaction() {}

    /** The line without possible secrets. */
    public static String of(String line) {
        return afterVerbs(AGENT_TOKENS.matcher(line).replaceAll(LEFT_OUT));
    }

    private static String afterVerbs(String line) {
        var matcher = FIRST_WORD.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        var word = matcher.group(2);
        var rest = matcher.group(3);
        if (!handsOver(word.toLowerCase(Locale.ROOT))
                || !SAYS_SOMETHING.matcher(rest).find()
                || (line.startsWith("link ") && OFFER.matcher(rest).matches())) {
            return line;
        }
        return word + " " + LEFT_OUT;
    }

    private static boolean handsOver(String word) {
        return word.startsWith("link")
                || word.startsWith("unlink")
                || LIKE_LINK.contains(word)
                || NearestName.oneSlip(word, "link")
                || NearestName.oneSlip(word, "unlink");
    }

    /** Whether something was removed from a line. */
    static boolean hasSpokenOf(CommandLine line) {
        return line.words().size() == 2 && line.words().get(1).text().equals(LEFT_OUT);
    }
}
