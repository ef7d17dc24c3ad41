package dev.signalman.feature;

import dev.signalman.card.Text;
import dev.signalman.card.TextSpan;
import java.util.List;
import java.util.stream.Collectors;

/** Texts without styles. */
public final class PlainText {
    private PlainText() {}

    /** One line; times as ISO-8601. */
    public static String of(Text text) {
        return text.spans().stream().map(PlainText::of).collect(Collectors.joining());
    }

    /** Several lines. */
    public static List<String> of(List<Text> lines) {
        return lines.stream().map(PlainText::of).toList();
    }

    private static String of(TextSpan span) {
        if (span instanceof TextSpan.Plain plain) {
            return plain.text();
        }
        if (span instanceof TextSpan.Bold bold) {
            return bold.text();
        }
        if (span instanceof TextSpan.Code code) {
            return code.text();
        }
        if (span instanceof TextSpan.Link link) {
            return link.text();
        }
        if (span instanceof TextSpan.Time time) {
            return time.at().toString();
        }
        return span instanceof TextSpan.Emoji emoji ? emoji.symbol().name() : "@";
    }
}
