package dev.signalman.card;

/**
 * A no: what was wrong, what would be right, and that nothing was changed.
 *
 * @param sentences whole sentences, which may hold foreign text
 * @param suggestions what may have been meant, as buttons
 */
public record Refused(String sentences, Actions suggestions) implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.refused(this);
    }
}
