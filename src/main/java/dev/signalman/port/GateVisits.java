package dev.signalman.port;

/** Deploys that ask at the gate whether they may go on. */
public interface GateVisits {
    /**
     * Notes that a job asks, has its pipeline judged if nobody asked for it before, and returns what is known now.
     *
     * @param jobId the job that asks; empty when it does not say
     * @throws dev.signalman.dispatch.IntakeFailedException when the database does not answer; nothing was stored
     */
    Answer ask(String pipelineId, String jobId);

    /** What is known now about a pipeline. */
    Answer answer(String pipelineId);

    /** Whether a job of this pipeline asked at the gate. */
    boolean asked(String pipelineId);

    /**
     * The gate's answer.
     *
     * @param words whole sentences for the log of the job
     */
    record Answer(State state, String words) {
        /** What the job does. */
        public enum State {
            /** Nothing is known, since Semaphore does not answer: it asks again soon. */
            UNKNOWN,
            /** Nothing is decided: the call is held, then it asks again. */
            WAITS,
            /** It goes on. */
            OPEN,
            /** It fails. */
            CLOSED
        }
    }
}
