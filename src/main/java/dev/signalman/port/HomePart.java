package dev.signalman.port;

import dev.signalman.card.HomeCard;
import java.util.Optional;

/**
 * A part of the bot's home tab. It is asked each time the tab is drawn, every few seconds while somebody may be looking, so it
 * should cost little. What it cannot tell just now it says in the part; what it throws takes the whole tab away.
 */
public interface HomePart {
    /** Where it stands on the tab. */
    Shelf shelf();

    /**
     * What somebody finds there.
     *
     * @param userId who opened the tab; as Slack's event names them, so nobody has said yet that they are a member
     * @return empty when there is nothing to say, so that the tab has no such part
     */
    Optional<Shown> of(String userId);

    /** What stands on the tab; the order of these words is the order from top to bottom, and each is one part's alone. */
    enum Shelf {
        /** What waits for the person's word. */
        WAITING,
        /** What was gone ahead with, and is still to be looked at by others. */
        REVIEWS,
        /** What the person has asked for, and waits for others. */
        OWN,
        /** What runs now. */
        RUNNING
    }

    /**
     * A part as it is shown.
     *
     * @param sentence the same in one plain sentence
     */
    record Shown(String sentence, HomeCard.Part part) {}
}
