package dev.signalman.feature.jobs;

import com.google.inject.AbstractModule;
import dev.signalman.command.Logs;
import dev.signalman.command.ShowJob;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.HandlerBinder;

/** The verbs {@code job} and {@code logs}. */
public final class JobsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(JobCardFactory.class);
        bind(ChannelReaders.class);
        bind(LogCardFactory.class);
        bind(FailureAnalyzer.class);
        bind(JobHistory.class);
        bind(PipelineAuthor.class);
        bind(TriageCardFactory.class);
        bind(StartFailureReader.class);
        HandlerBinder.handlers(binder())
                .bind(ShowJob.class, ShowJobHandler.class)
                .bind(Logs.class, LogsHandler.class)
                .bind(Triage.class, TriageHandler.class);
    }
}
