package dev.signalman.card;

import dev.signalman.domain.UtcTimeFormat;
import java.time.Instant;

/** A run of text in one style. Its content is shown literally: it cannot mention or link. */
public sealed interface TextSpan {
    /** The span without emoji or style; times are in UTC. */
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

    /** Emphasised words. */
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

    /** A name, id or value, in a monospaced font. */
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

    /** A link. {@code url} is https, or http at loopback; any other link is shown as plain words. */
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

    /** An emoji that repeats what the words say. */
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

    /** A time, shown in the reader's own zone, with its day. */
    record Time(Instant at) implements TextSpan {
        @Override
        public String spoken() {
            return UtcTimeFormat.of(at);
        }

        @Override
        public <R> R accept(TextSpanVisitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /** A mention of a user group, which notifies its members. */
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

    /** A link to a channel, shown by name to those who may see it. */
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

    /** A mention of a person, which notifies them. */
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
