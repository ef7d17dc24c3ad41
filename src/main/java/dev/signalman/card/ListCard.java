package dev.signalman.card;

import java.util.List;

/**
 * A list with one line per item.
 *
 * @param sentence the card in one or two plain sentences
 * @param title what is listed
 * @param rows in order
 * @param small a remark under the rows; may be empty
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
