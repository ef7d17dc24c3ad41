package dev.signalman.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line of styled text, made piece by piece: {@code Text.of("web", ...).plain(" passed on ").code("main")}. */
public record Text(List<TextSpan> spans) {
    /** Keeps its own copy. */
    public Text {
        spans = List.copyOf(spans);
    }

    public static Text empty() {
        return new Text(List.of());
    }

    public static Text of(String words) {
        return empty().plain(words);
    }

    public Text plain(String words) {
        return and(new TextSpan.Plain(words));
    }

    public Text bold(String words) {
        return and(new TextSpan.Bold(words));
    }

    /** Adds a name, id or value. */
    public Text code(String words) {
        return and(new TextSpan.Code(words));
    }

    /** Adds a link. */
    public Text link(String words, String url) {
        return and(new TextSpan.Link(words, url));
    }

    /** Adds an emoji and a space. */
    public Text symbol(Symbol symbol) {
        return and(new TextSpan.Emoji(symbol)).plain(" ");
    }

    /** Adds a time with its day, which each reader sees in their own zone. */
    public Text date(Instant at) {
        return and(new TextSpan.Time(at));
    }

    /** Adds a mention, which notifies the person. */
    public Text mention(String userId, String name) {
        return and(new TextSpan.Mention(userId, name));
    }

    /** Adds a mention of a user group, which notifies its members. */
    public Text group(String groupId, String name) {
        return and(new TextSpan.Group(groupId, name));
    }

    /** Adds a link to a channel. */
    public Text channel(String channelId) {
        return and(new TextSpan.Channel(channelId));
    }

    /** Adds another text. */
    public Text text(Text other) {
        var all = new ArrayList<>(spans);
        all.addAll(other.spans());
        return new Text(all);
    }

    /** The text without emoji or style; times are in UTC. */
    public String spoken() {
        return spans.stream().map(TextSpan::spoken).collect(Collectors.joining());
    }

    /** The times in it, in their order. */
    public List<Instant> times() {
        return spans.stream()
                .filter(TextSpan.Time.class::isInstance)
                .map(span -> ((TextSpan.Time) span).at())
                .toList();
    }

    private Text and(TextSpan span) {
        var all = new ArrayList<>(spans);
        if (!(span instanceof TextSpan.Plain plain) || !plain.text().isEmpty()) {
            all.add(span);
        }
        return new Text(all);
    }
}
