package dev.signalman.card;

import java.time.Instant;
import java.util.List;

/**
 * What somebody finds on the bot's home tab.
 *
 * @param sentence the same in one or two plain sentences
 * @param parts in order
 * @param readAt when what it shows was read
 */
public record HomeCard(String sentence, List<Part> parts, Instant readAt) implements Card {
    /**
     * A part of it.
     *
     * @param title what is listed
     * @param small a remark under the entries, or why there are none; may be empty
     */
    public record Part(Text title, List<Entry> entries, String small) {
        /** Keeps its own copy. */
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** One thing, and what can be pressed under it. */
    public record Entry(Text line, CardActions actions) {}

    /** Keeps its own copy. */
    public HomeCard {
        parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.home(this);
    }
}
