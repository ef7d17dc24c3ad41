package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Span;
import dev.signalman.card.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a line of styled text into rich text elements, in which everything is literal. */
final class RichText {
    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{1,20}");
    private static final Pattern GROUP_ID = Pattern.compile("S[A-Z0-9]{2,40}");
    private static final Pattern CHANNEL_ID = Pattern.compile("[CDG][A-Z0-9]{1,20}");
    private static final DateTimeFormatter HOUR = formatter("HH:mm 'UTC'");
    private static final DateTimeFormatter DAY_AND_HOUR = formatter("uuuu-MM-dd HH:mm 'UTC'");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Limits limits;

    RichText(Limits limits) {
        this.limits = limits;
    }

    /** One line, or none if the text is empty. */
    List<ObjectNode> lines(Text text) {
        var elements = elements(text);
        return elements.isEmpty() ? List.of() : List.of(Elements.section(elements));
    }

    List<ObjectNode> elements(Text text) {
        var elements = new ArrayList<ObjectNode>();
        for (var span : text.spans()) {
            if (elements.size() == limits.spans()) {
                elements.add(Elements.text(" …"));
                break;
            }
            var element = element(span);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private @Nullable ObjectNode element(Span span) {
        if (span instanceof Span.Plain plain) {
            var words = Foreign.line(plain.text(), limits.words());
            return words.isEmpty() ? null : Elements.text(words);
        }
        if (span instanceof Span.Bold bold) {
            return Elements.bold(visible(bold.text()));
        }
        if (span instanceof Span.Code code) {
            return Elements.code(visible(code.text()));
        }
        if (span instanceof Span.Link link) {
            return SafeUrl.test(link.url(), limits.url())
                    ? Elements.link(visible(link.text()), link.url())
                    : Elements.text(visible(link.text()));
        }
        if (span instanceof Span.Emoji emoji) {
            return Elements.emoji(emoji.symbol());
        }
        if (span instanceof Span.Time time) {
            return date(time);
        }
        if (span instanceof Span.Group group) {
            return GROUP_ID.matcher(group.groupId()).matches()
                    ? Elements.group(group.groupId())
                    : Elements.bold(visible(group.name()));
        }
        if (span instanceof Span.Channel channel) {
            return CHANNEL_ID.matcher(channel.channelId()).matches()
                    ? Elements.channel(channel.channelId())
                    : Elements.text(visible(channel.channelId()));
        }
        var mention = (Span.Mention) span;
        return USER_ID.matcher(mention.userId()).matches()
                ? Elements.user(mention.userId())
                : Elements.bold(visible(mention.name()));
    }

    private String visible(String words) {
        return Foreign.visible(words, limits.words());
    }

    private static ObjectNode date(Span.Time time) {
        if (time.at().isBefore(Instant.EPOCH) || time.at().isAfter(LAST)) {
            return Elements.text("at an unknown time");
        }
        var fallback = (time.withDate() ? DAY_AND_HOUR : HOUR).format(time.at());
        return Elements.date(
                time.at().getEpochSecond(), time.withDate() ? "{date_short_pretty} {time}" : "{time}", fallback);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
