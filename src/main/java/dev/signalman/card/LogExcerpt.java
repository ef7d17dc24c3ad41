package dev.signalman.card;

/**
 * The end of a log.
 *
 * @param sentence the card in one or two plain sentences
 * @param headline whose log it is, with a link to the whole
 * @param body lines as they were printed, cut, without control sequences, secrets masked
 * @param small what was left out; may be empty
 */
public record LogExcerpt(String sentence, Text headline, String body, String small, CardActions actions)
        implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.excerpt(this);
    }
}
