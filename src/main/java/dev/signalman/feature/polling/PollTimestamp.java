package dev.signalman.feature.polling;

import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moment of a pipeline by which Semaphore filters a list: its creation or its end. */
enum PollTimestamp {
    CREATED {
        @Override
        Pipelines.Filter since(Instant since, Pipelines.Filter filter) {
            return filter.created(since, null);
        }

        @Override
        @Nullable
        Instant of(Pipeline pipeline) {
            return pipeline.times().created();
        }
    },
    DONE {
        @Override
        Pipelines.Filter since(Instant since, Pipelines.Filter filter) {
            return filter.done(since, null);
        }

        @Override
        @Nullable
        Instant of(Pipeline pipeline) {
            return pipeline.times().done();
        }
    };

    abstract Pipelines.Filter since(Instant since, Pipelines.Filter filter);

    abstract @Nullable Instant of(Pipeline pipeline);
}
