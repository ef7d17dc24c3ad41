package dev.signalman.feature.witness;

import dev.signalman.dispatch.SectionActs.Gone;

/** Whose a promotion is. */
sealed interface Whose {
    /** Ours, by this act. */
    record Ours(Gone act) implements Whose {}

    /** Semaphore's own, as the pipeline's file says. */
    record Automatic() implements Whose {}

    /** Somebody's, made past the bot. */
    record Others() implements Whose {}

    /** It is so long ago that an act of ours would be forgotten. */
    record Forgotten() implements Whose {}

    /** It cannot be told yet, since an act of ours is open that may have made it. */
    record Open() implements Whose {}
}
