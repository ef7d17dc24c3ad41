package dev.signalman.port;

import dev.signalman.domain.Project;

/** Tells what becomes of a promotion under rules that somebody starts outside the bot. */
public interface OutsideProtection {
    /** What becomes of it; reads its deployment target. */
    Protection of(Project project, String promotion);

    /**
     * What becomes of a promotion that is started outside the bot.
     *
     * @param enforced whether Semaphore lets only the bot promote
     * @param held whether the deploy's job may wait for approval at the gate
     */
    record Protection(Enforcement enforced, boolean held) {
        /** The words that follow "is". */
        public String words() {
            return switch (enforced) {
                case YES -> held ? "enforced by Semaphore and held at the gate" : "enforced by Semaphore";
                case NO -> held ? "held at the gate" : "only watched";
                case UNKNOWN -> held ? "held at the gate" : "at least watched: Semaphore didn't say more";
            };
        }
    }

    /** Whether Semaphore lets only the bot promote. */
    enum Enforcement {
        YES,
        NO,
        UNKNOWN
    }
}
