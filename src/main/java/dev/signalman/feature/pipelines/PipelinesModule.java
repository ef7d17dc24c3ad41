package dev.signalman.feature.pipelines;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.ListWorkflows;
import dev.signalman.command.Status;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.JobFindings;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.PurgedTable;
import java.time.Duration;

/** Binds the handlers and reconcilers that show pipelines. */
public final class PipelinesModule extends AbstractModule {
    private static final Duration KEPT = Duration.ofDays(60);

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/pipelines/migrations"));
        HandlerBinder.handlers(binder())
                .bind(Status.class, StatusHandler.class)
                .bind(ListPipelines.class, ListPipelinesHandler.class)
                .bind(ListWorkflows.class, ListWorkflowsHandler.class);
        bind(SemaphorePipelineCardFactory.class).in(Scopes.SINGLETON);
        bind(PipelineCardFactory.class).to(SemaphorePipelineCardFactory.class);
        bind(PipelineLine.class).in(Scopes.SINGLETON);
        bind(PromotionLines.class).in(Scopes.SINGLETON);
        bind(DownstreamPipelines.class).in(Scopes.SINGLETON);
        bind(PromotedPipelineThreads.class).in(Scopes.SINGLETON);
        bind(RebuildAndRerunLines.class).in(Scopes.SINGLETON);
        bind(DownstreamFinder.class).in(Scopes.SINGLETON);
        bind(JdbiJobFindings.class).in(Scopes.SINGLETON);
        bind(LastGoodDeploys.class).in(Scopes.SINGLETON);
        bind(JobFindings.class).to(JdbiJobFindings.class);
        var purged = Multibinder.newSetBinder(binder(), PurgedTable.class);
        purged.addBinding().toInstance(new PurgedTable("purge-offspring", "pipeline_offspring", "found_at", KEPT));
        purged.addBinding().toInstance(new PurgedTable("purge-job-findings", "job_finding", "found_at", KEPT));
        purged.addBinding().toInstance(new PurgedTable("purge-last-good", "last_good", "found_at", KEPT));
        var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
        reconcilers.addBinding().to(PipelineReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(PipelineCardReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(JobTimesReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(LastGoodReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(ProjectReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(PromotionReconciler.class).in(Scopes.SINGLETON);
        bind(PipelineStartNotes.class).to(JdbiPipelineStartNotes.class).in(Scopes.SINGLETON);
    }
}
