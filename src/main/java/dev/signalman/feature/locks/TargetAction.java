package dev.signalman.feature.locks;

import dev.signalman.feature.locks.TargetHold.State;
import org.jspecify.annotations.Nullable;

/** What is to be done about a deployment target: what is, compared with what should be. */
enum TargetAction {
    /** Nothing. */
    REST,
    /** It is deactivated. */
    CLOSE,
    /** It is activated again. */
    OPEN,
    /** It is written down that somebody else deactivated it. */
    LEAVE,
    /** What was written down of it is forgotten. */
    FORGET;

    /**
     * Judges.
     *
     * @param known in which state it was left, with nothing on its way; null when nothing is known of it
     * @param closed whether it is deactivated now
     * @param wanted whether it should be
     * @param mayAsk whether Semaphore, which perhaps refused a while ago, may be asked again
     */
    static TargetAction of(@Nullable State known, boolean closed, boolean wanted, boolean mayAsk) {
        boolean ours = known == State.CLOSED;
        if (!wanted) {
            if (ours && closed) {
                return mayAsk ? OPEN : REST;
            }
            return known == null ? REST : FORGET;
        }
        if (closed) {
            return ours || known == State.FOREIGN ? REST : LEAVE;
        }
        return mayAsk ? CLOSE : REST;
    }
}
