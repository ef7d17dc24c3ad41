package dev.signalman.card;

/**
 * A refusal: what was wrong, what would be right, and that nothing changed.
 *
 * @param sentences whole sentences, which may contain foreign text
 * @param suggestions as buttons
 * @param meant whether the suggestions are what the person may have meant; else they are next steps
 */
public record RefusalCard(String sentences, CardActions suggestions, boolean meant) implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.refused(this);
    }
}
