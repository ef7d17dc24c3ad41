package dev.signalman.feature.locks;

import dev.signalman.feature.locks.TargetHold.State;
import org.jspecify.annotations.Nullable;

/** What a deployment target needs, from comparing its actual with its wanted state. */
enum TargetAction {
    REST,
    /** Deactivate it. */
    CLOSE,
    /** Activate it again. */
    OPEN,
    /** Record that somebody else deactivated it. */
    LEAVE,
    /** Delete its record. */
    FORGET;

    /**
     * Decides.
     *
     * @param known the settled state in our record; null without a record
     * @param closed whether it is deactivated now
     * @param wanted whether it should be
     * @param mayAsk whether Semaphore may be asked again after an earlier refusal
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
