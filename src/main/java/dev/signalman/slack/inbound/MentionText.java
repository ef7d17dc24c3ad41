package dev.signalman.slack.inbound;

import dev.signalman.command.UnescapedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the command line from a message, which may have a greeting, a colon after the bot's name, backticks or bold.
 * Only these are removed, so {@code did you say @Signalman promote production} stays an invalid line.
 */
final class MentionText {
    private static final String ANYBODY = "[A-Z0-9]+";
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:hey|hi|hello|ok|okay|please|dear)(?![\\p{L}\\p{N}])[\\s,:;.!–—-]*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUNCTUATION = Pattern.compile("^[\\s,:;.!–—-]+|[\\s,:;]+$");
    private static final Pattern ALL_IN_CODE = Pattern.compile("(`{1,3})([^`]+)\\1", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?<!\\S)(`{1,3})([^`]+)\\1(?!\\S)");
    private static final Pattern MARKED =
            Pattern.compile("(?<!\\S)([*_~])(?=[\\p{L}\\p{N}])([^*_~\"“”=]*[\\p{L}\\p{N}])\\1(?!\\S)");
    private static final Pattern REASON = Pattern.compile("\\sbecause\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SLASH = Pattern.compile("^" + SlashCommandRoute.COMMAND + "(?!\\S)");
    private static final String MARKS = "*_~`";

    private MentionText() {}

    /**
     * The line; empty if there is only the bot's name.
     *
     * @param text as Slack escaped it
     * @param bot the bot's id; null if unknown, which takes the first mention as the bot's
     */
    static String line(String text, @Nullable String bot) {
        var name = Pattern.compile("<@" + (bot == null ? ANYBODY : bot) + "(\\|[^>]*)?>")
                .matcher(text);
        if (!name.find()) {
            return plain(around("", UnescapedText.decode(text).strip()));
        }
        return plain(around(
                UnescapedText.decode(text.substring(0, name.start())).strip(),
                UnescapedText.decode(text.substring(name.end())).strip()));
    }

    /**
     * Joins the text before and after the bot's name, which need not come first: {@code promote web @Signalman}. Drops
     * the text before it if it is only a greeting.
     */
    private static String around(String before, String after) {
        var first = before;
        var rest = after;
        while (!first.isEmpty() && marks(first.charAt(first.length() - 1))) {
            var mark = first.substring(first.length() - 1);
            if (rest.startsWith(mark)) {
                rest = rest.substring(1);
            } else if (rest.endsWith(mark)) {
                rest = rest.substring(0, rest.length() - 1);
            } else {
                break;
            }
            first = first.substring(0, first.length() - 1).strip();
        }
        if (!first.isEmpty() && marks(first.charAt(0)) && rest.endsWith(first.substring(0, 1))) {
            first = first.substring(1);
            rest = rest.substring(0, rest.length() - 1);
        }
        rest = without(PUNCTUATION, rest);
        return without(GREETING, without(PUNCTUATION, first)).isEmpty()
                ? without(GREETING, rest)
                : (without(PUNCTUATION, first) + " " + rest).strip();
    }

    private static boolean marks(char sign) {
        return MARKS.indexOf(sign) >= 0;
    }

    private static String plain(String spoken) {
        var line = spoken.strip();
        var code = ALL_IN_CODE.matcher(line);
        if (code.matches()) {
            line = code.group(2).strip();
        }
        var reason = REASON.matcher(line);
        int end = reason.find() ? reason.start() : line.length();
        var head = line.substring(0, end);
        if (head.indexOf('"') < 0) {
            head = unmarked(CODE, unmarked(MARKED, head));
        }
        return without(SLASH, head + line.substring(end)).strip();
    }

    private static String unmarked(Pattern marks, String text) {
        return marks.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
    }

    private static String without(Pattern part, String text) {
        return part.matcher(text).replaceAll("").strip();
    }
}
