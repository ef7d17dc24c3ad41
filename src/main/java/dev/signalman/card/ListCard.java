package dev.signalman.card;

import java.util.List;

/**
 * A list, one line a thing.
 *
 * @param sentence the same in one or two plain sentences
 * @param title what is listed
 * @param rows in order
 * @param small a remark under them; may be empty
 */
public record ListCard(String sentence, Text title, List<Text> rows, String small, CardActions actions)
        implements Card {
    /** Keeps its own copy. */
    public ListCard {
        rows = List.copyOf(rows);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.listing(this);
    }
}
