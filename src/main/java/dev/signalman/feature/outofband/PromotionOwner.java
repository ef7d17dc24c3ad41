package dev.signalman.feature.outofband;

import dev.signalman.port.ActsByMutex.Gone;

/** Who made a promotion. */
sealed interface PromotionOwner {
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of owner, so a missing case does not compile. */
    interface Visitor<R> {
        R ours(Gone act);

        R automatic();

        R others();

        R forgotten();

        R open();
    }

    /** The bot, with this act. */
    record Ours(Gone act) implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ours(act);
        }
    }

    /** Semaphore, because of auto_promote in the pipeline's file. */
    record Automatic() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.automatic();
        }
    }

    /** Somebody else, past the bot. */
    record Others() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.others();
        }
    }

    /** Unknown: the promotion is so old that an act of the bot would have expired. */
    record Forgotten() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forgotten();
        }
    }

    /** Undecided: an unsettled act of the bot may have made it. */
    record Open() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.open();
        }
    }
}
