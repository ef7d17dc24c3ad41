package dev.signalman.card;

import java.time.Instant;
import java.util.List;

/**
 * The bot's home tab for one person.
 *
 * @param sentence the card in one or two plain sentences
 * @param parts in order
 * @param readAt when its content was read
 */
public record HomeCard(String sentence, List<Part> parts, Instant readAt) implements Card {
    /**
     * A section of the home tab.
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

    /** One line with its buttons. */
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
