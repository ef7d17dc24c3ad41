package dev.signalman.card;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A run of text in one style. Whatever stands in it is shown literally: it cannot mention or link. */
public sealed interface TextSpan {
    /** The same in plain words: without pictures, times in UTC. */
    String spoken();

    /** Calls the method of the visitor for this kind of span. */
    <R> R accept(TextSpanVisitor<R> visitor);

    /** Plain words. */
    record Plain(String text) implements TextSpan {
        @Override
        public String spoken() {
            return text;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** Words that stand out. */
    record Bold(String text) implements TextSpan {
        @Override
        public String spoken() {
            return text;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.bold(this);
        }
    }

    /** A name, id or value of a machine. */
    record Code(String text) implements TextSpan {
        @Override
        public String spoken() {
            return text;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.code(this);
        }
    }

    /** Words that lead to {@code url}, which is https, or http at loopback; anything else is shown as plain words. */
    record Link(String text, String url) implements TextSpan {
        @Override
        public String spoken() {
            return text;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.link(this);
        }
    }

    /** A picture that repeats what the words say. */
    record Emoji(Symbol symbol) implements TextSpan {
        @Override
        public String spoken() {
            return "";
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.emoji(this);
        }
    }

    /** A moment, shown in the reader's own zone. */
    record Time(Instant at, boolean withDate) implements TextSpan {
        private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        @Override
        public String spoken() {
            return MINUTE.format(at);
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /** A user group whose members are told by this: a mention. */
    record Group(String groupId, String name) implements TextSpan {
        @Override
        public String spoken() {
            return name;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /** A channel; it is shown by its name to whoever may see it. */
    record Channel(String channelId) implements TextSpan {
        @Override
        public String spoken() {
            return "another channel";
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.channel(this);
        }
    }

    /** A person who is told by this: a mention. */
    record Mention(String userId, String name) implements TextSpan {
        @Override
        public String spoken() {
            return name;
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.mention(this);
        }
    }
}
