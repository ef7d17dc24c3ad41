package dev.signalman.card;

import java.time.Instant;
import java.util.List;

/**
 * A refusal: what was wrong, what would be right, and that nothing changed.
 *
 * @param sentences whole sentences, which may contain foreign text
 * @param suggestions as buttons
 * @param meant whether the suggestions are what the person may have meant; else they are next steps
 * @param times in the sentences, in their order, as {@link dev.signalman.domain.UtcTimeFormat} writes them; each reader
 *     sees them in their own zone
 */
public record RefusalCard(String sentences, CardActions suggestions, boolean meant, List<Instant> times)
        implements Card {
    /** Keeps its own copy. */
    public RefusalCard {
        times = List.copyOf(times);
    }

    /** A refusal without times. */
    public RefusalCard(String sentences, CardActions suggestions, boolean meant) {
        this(sentences, suggestions, meant, List.of());
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.refused(this);
    }
}
