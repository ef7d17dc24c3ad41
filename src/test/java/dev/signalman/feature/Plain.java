package dev.signalman.feature;

import dev.signalman.card.Span;
import dev.signalman.card.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as one reads them, without styles. */
public final class Plain {
    private Plain() {}

    /** One line; times as ISO-8601. */
    public static String of(Text text) {
        return text.spans().stream().map(Plain::of).collect(Collectors.joining());
    }

    /** Several lines. */
    public static List<String> of(List<Text> lines) {
        return lines.stream().map(Plain::of).toList();
    }

    private static String of(Span span) {
        if (span instanceof Span.Plain plain) {
            return plain.text();
        }
        if (span instanceof Span.Bold bold) {
            return bold.text();
        }
        if (span instanceof Span.Code code) {
            return code.text();
        }
        if (span instanceof Span.Link link) {
            return link.text();
        }
        if (span instanceof Span.Time time) {
            return time.at().toString();
        }
        return span instanceof Span.Emoji emoji ? emoji.symbol().name() : "@";
    }
}
