package dev.signalman.port;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.RowChange;

/** The pipelines that runs, reruns and rebuilds of the bot started, which the rules had allowed. */
public interface BotStartedPipelines {
    /** Stores that an act started this pipeline, in the transaction that settles the act. */
    RowChange started(String pipelineId, Act act);

    /** Whether an act of the bot started this pipeline. */
    boolean has(String pipelineId);
}
