package dev.signalman.app;

/** Gives a running bot hints, as what hears from Semaphore would. */
public final class Hinting {
    private Hinting() {}

    /** Says that a pipeline may have changed. */
    public static void hint(Bot bot, String id, String pipelineId) {
        bot.hints().take(id, pipelineId);
    }
}
