package dev.signalman.feature.gate;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.RowChange;
import dev.signalman.port.BotStartedPipelines;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Stores which pipelines the bot's acts started, in the table {@code bot_started_pipeline}. */
final class JdbiBotStartedPipelines implements BotStartedPipelines {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiBotStartedPipelines(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public RowChange started(String pipelineId, Act act) {
        return handle -> handle.createUpdate("""
                        INSERT INTO bot_started_pipeline (pipeline_id, act, at)
                        VALUES (:pipeline, :act, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("pipeline", pipelineId)
                .bind("act", act.token())
                .bind("now", clock.instant())
                .execute();
    }

    @Override
    public boolean has(String pipelineId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 FROM bot_started_pipeline WHERE pipeline_id = :pipeline")
                        .bind("pipeline", pipelineId)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }
}
