package dev.signalman.port;

import dev.signalman.card.HomeCard;
import java.util.Optional;

/**
 * A part of the bot's home tab. It is called each time the tab is drawn, every few seconds while it may be open, so it
 * should be cheap. It reports missing data in its part; an exception removes the whole tab.
 */
public interface HomePart {
    /** Its position on the tab. */
    Shelf shelf();

    /**
     * The content of the part.
     *
     * @param userId who opened the tab, from Slack's event; their membership is not verified yet
     * @return empty to omit the part
     */
    Optional<Shown> of(String userId);

    /** The positions from top to bottom; one part each. */
    enum Shelf {
        /** Requests that wait for the person's approval. */
        WAITING,
        /** Broken glasses that wait for a review. */
        REVIEWS,
        /** The person's requests that wait for others. */
        OWN,
        /** The person's newest builds. */
        MINE,
        /** Running pipelines. */
        RUNNING,
        /** What each promotion has deployed. */
        LIVE,
        /** Branches whose newest pipeline failed. */
        RED,
        /** The person's locks. */
        LOCKS,
        /** The person's AI agents. */
        AGENTS
    }

    /**
     * The content of a part.
     *
     * @param sentence the content in one plain sentence
     */
    record Shown(String sentence, HomeCard.Part part) {}
}
