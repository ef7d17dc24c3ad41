package dev.signalman.journal;

import java.time.Duration;

/** Hears how cards are shown, for whoever counts it. Calls come from many threads. */
public interface CardMetrics {
    /** A message was sent or changed. */
    void sent();

    /** A message was posted that was wanted for so long. */
    void posted(Duration lag);

    /** A message was changed to what was wanted for so long; what merged into it counts from the first. */
    void updated(Duration lag);

    /** Slack took no update, since there were too many. */
    void limited();

    /** That many changes of a card were never shown, because a newer one took their place. */
    void merged(int changes);

    /** Slack refused a card's blocks, so that its sentence is shown instead. */
    void plain();

    /** A card is not shown and is not tried again. */
    void gaveUp();

    /** Hears nothing. */
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
