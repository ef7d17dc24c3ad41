package dev.signalman.feature.outofband;

import dev.signalman.port.ActsByMutex.Gone;

/** Whose a promotion is. */
sealed interface PromotionOwner {
    /** Calls the method of the visitor for this owner. */
    <R> R accept(Visitor<R> visitor);

    /** One method an owner, so that one that is not handled does not compile. */
    interface Visitor<R> {
        R ours(Gone act);

        R automatic();

        R others();

        R forgotten();

        R open();
    }

    /** Ours, by this act. */
    record Ours(Gone act) implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ours(act);
        }
    }

    /** Semaphore's own, as the pipeline's file says. */
    record Automatic() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.automatic();
        }
    }

    /** Somebody's, made past the bot. */
    record Others() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.others();
        }
    }

    /** It is so long ago that an act of ours would be forgotten. */
    record Forgotten() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forgotten();
        }
    }

    /** It cannot be told yet, since an act of ours is open that may have made it. */
    record Open() implements PromotionOwner {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.open();
        }
    }
}
