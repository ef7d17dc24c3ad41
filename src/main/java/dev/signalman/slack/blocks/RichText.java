package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Text;
import dev.signalman.card.TextSpan;
import dev.signalman.card.TextSpanVisitor;
import dev.signalman.domain.UtcTimeFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Renders a line of styled text as rich text elements, in which everything is literal. */
final class RichText implements TextSpanVisitor<ObjectNode> {
    private static final Pattern URL_CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{1,20}");
    private static final Pattern GROUP_ID = Pattern.compile("S[A-Z0-9]{2,40}");
    private static final Pattern CHANNEL_ID = Pattern.compile("[CDG][A-Z0-9]{1,20}");

    /** For example {@code today at 4:56 PM}. */
    private static final String WHEN = "{date_short_pretty} at {time}";

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** What must be left for the words after a time. */
    private static final int ROOM_AFTER = 20;

    private final BlockLimits limits;

    RichText(BlockLimits limits) {
        this.limits = limits;
    }

    /** One section; none if the text is empty. */
    List<ObjectNode> lines(Text text) {
        var elements = elements(text);
        return elements.isEmpty() ? List.of() : List.of(BlockElements.section(elements));
    }

    List<ObjectNode> elements(Text text) {
        var elements = new ArrayList<ObjectNode>();
        for (var span : text.spans()) {
            if (elements.size() == limits.spans()) {
                elements.add(BlockElements.text(" …"));
                break;
            }
            if (shown(span)) {
                elements.add(span.accept(this));
            }
        }
        return elements;
    }

    /** Slack refuses an empty text element. */
    private boolean shown(TextSpan span) {
        return !(span instanceof TextSpan.Plain plain)
                || !UntrustedText.line(plain.text(), limits.words()).isEmpty();
    }

    @Override
    public ObjectNode plain(TextSpan.Plain plain) {
        return BlockElements.text(UntrustedText.line(plain.text(), limits.words()));
    }

    @Override
    public ObjectNode bold(TextSpan.Bold bold) {
        return BlockElements.bold(visible(bold.text()));
    }

    @Override
    public ObjectNode code(TextSpan.Code code) {
        return BlockElements.code(visible(code.text()));
    }

    @Override
    public ObjectNode link(TextSpan.Link link) {
        return isSafe(link.url(), limits.url())
                ? BlockElements.link(visible(link.text()), link.url())
                : BlockElements.text(visible(link.text()));
    }

    @Override
    public ObjectNode emoji(TextSpan.Emoji emoji) {
        return BlockElements.emoji(emoji.symbol());
    }

    @Override
    public ObjectNode group(TextSpan.Group group) {
        return GROUP_ID.matcher(group.groupId()).matches()
                ? BlockElements.group(group.groupId())
                : BlockElements.bold(visible(group.name()));
    }

    @Override
    public ObjectNode channel(TextSpan.Channel channel) {
        return CHANNEL_ID.matcher(channel.channelId()).matches()
                ? BlockElements.channel(channel.channelId())
                : BlockElements.text(visible(channel.channelId()));
    }

    @Override
    public ObjectNode mention(TextSpan.Mention mention) {
        return USER_ID.matcher(mention.userId()).matches()
                ? BlockElements.user(mention.userId())
                : BlockElements.bold(visible(mention.name()));
    }

    /**
     * Whole sentences, at most {@code most} UTF-16 units of them, in which each of the times stands as {@link UtcTimeFormat}
     * writes it.
     */
    List<ObjectNode> sentences(String sentences, List<Instant> times, int most) {
        var elements = new ArrayList<ObjectNode>();
        var rest = sentences;
        int room = most;
        for (var at : times) {
            var written = UtcTimeFormat.of(at);
            int begin = rest.indexOf(written);
            if (begin < 0 || begin + written.length() + ROOM_AFTER > room || elements.size() + 3 > limits.spans()) {
                break;
            }
            var before = UntrustedText.line(rest.substring(0, begin), room);
            if (!before.isEmpty()) {
                elements.add(BlockElements.text(before));
            }
            elements.add(time(new TextSpan.Time(at)));
            room -= begin + written.length();
            rest = rest.substring(begin + written.length());
        }
        var last = elements.isEmpty() ? UntrustedText.visible(rest, room) : UntrustedText.line(rest, room);
        if (!last.isEmpty()) {
            elements.add(BlockElements.text(last));
        }
        return elements;
    }

    private String visible(String words) {
        return UntrustedText.visible(words, limits.words());
    }

    @Override
    public ObjectNode time(TextSpan.Time time) {
        if (time.at().isBefore(Instant.EPOCH) || time.at().isAfter(LAST)) {
            return BlockElements.text("at an unknown time");
        }
        return BlockElements.date(time.at().getEpochSecond(), WHEN, UtcTimeFormat.of(time.at()));
    }

    /** Whether an address may become a link: it is https, or http at loopback, without user information, and made of nothing but characters of an address. */
    private static boolean isSafe(String url, int longest) {
        if (url.length() > longest || !URL_CHARACTERS.matcher(url).matches()) {
            return false;
        }
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return false;
            }
            return "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(host));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** As many lines as fit; the last says how many more there are. */
    List<ObjectNode> fitting(List<Text> all) {
        var drawn = new ArrayList<ObjectNode>();
        int shown = all.size() <= limits.rows() ? all.size() : limits.rows() - 1;
        all.subList(0, shown).forEach(line -> drawn.addAll(lines(line)));
        if (shown < all.size()) {
            drawn.addAll(lines(Text.of("and " + (all.size() - shown) + " more")));
        }
        return drawn;
    }
}
