package dev.signalman.card;

import java.time.Instant;

/** A run of text in one style. Whatever stands in it is shown literally: it cannot mention or link. */
public sealed interface Span {
    /** Plain words. */
    record Plain(String text) implements Span {}

    /** Words that stand out. */
    record Bold(String text) implements Span {}

    /** A name, id or value of a machine. */
    record Code(String text) implements Span {}

    /** Words that lead to {@code url}, which is https, or http at loopback; anything else is shown as plain words. */
    record Link(String text, String url) implements Span {}

    /** A picture that repeats what the words say. */
    record Emoji(Symbol symbol) implements Span {}

    /** A moment, shown in the reader's own zone. */
    record Time(Instant at, boolean withDate) implements Span {}

    /** A user group whose members are told by this: a mention. */
    record Group(String groupId, String name) implements Span {}

    /** A channel; it is shown by its name to whoever may see it. */
    record Channel(String channelId) implements Span {}

    /** A person who is told by this: a mention. */
    record Mention(String userId, String name) implements Span {}
}
