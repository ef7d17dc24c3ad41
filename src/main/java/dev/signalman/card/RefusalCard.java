package dev.signalman.card;

/**
 * A no: what was wrong, what would be right, and that nothing was changed.
 *
 * @param sentences whole sentences, which may hold foreign text
 * @param suggestions as buttons
 * @param meant whether they are what may have been meant; else they are what can be done next
 */
public record RefusalCard(String sentences, CardActions suggestions, boolean meant) implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.refused(this);
    }
}
