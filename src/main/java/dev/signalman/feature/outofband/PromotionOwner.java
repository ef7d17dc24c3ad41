package dev.signalman.feature.outofband;

import dev.signalman.dispatch.ActsByMutex.Gone;

/** Whose a promotion is. */
sealed interface PromotionOwner {
    /** Ours, by this act. */
    record Ours(Gone act) implements PromotionOwner {}

    /** Semaphore's own, as the pipeline's file says. */
    record Automatic() implements PromotionOwner {}

    /** Somebody's, made past the bot. */
    record Others() implements PromotionOwner {}

    /** It is so long ago that an act of ours would be forgotten. */
    record Forgotten() implements PromotionOwner {}

    /** It cannot be told yet, since an act of ours is open that may have made it. */
    record Open() implements PromotionOwner {}
}
