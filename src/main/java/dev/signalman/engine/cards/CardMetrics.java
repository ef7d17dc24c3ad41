package dev.signalman.engine.cards;

import java.time.Duration;

/** Counts how cards are shown. Calls come from many threads. */
public interface CardMetrics {
    /** A message was sent or changed. */
    void sent();

    /** A message was posted after waiting for {@code lag}. */
    void posted(Duration lag);

    /** A message was updated; {@code lag} counts from the first of the merged changes. */
    void updated(Duration lag);

    /** Slack refused an update because of its rate limit. */
    void limited();

    /** Changes of a card were merged into newer ones. */
    void merged(int changes);

    /** Slack refused a card's blocks, so the sentence is shown instead. */
    void plain();

    /** A card was given up. */
    void gaveUp();

    /** Counts nothing. */
    CardMetrics DEAF = new CardMetrics() {
        @Override
        public void sent() {}

        @Override
        public void posted(Duration lag) {}

        @Override
        public void updated(Duration lag) {}

        @Override
        public void limited() {}

        @Override
        public void merged(int changes) {}

        @Override
        public void plain() {}

        @Override
        public void gaveUp() {}
    };
}
