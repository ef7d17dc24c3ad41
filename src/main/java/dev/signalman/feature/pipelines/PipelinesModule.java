package dev.signalman.feature.pipelines;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.ListWorkflows;
import dev.signalman.command.Observe;
import dev.signalman.command.Refresh;
import dev.signalman.command.Status;
import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Portraits;
import dev.signalman.storage.Migrations;
import dev.signalman.subject.Stories;

/** Binds what shows pipelines. */
public final class PipelinesModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/pipelines/migrations"));
        HandlerBinder.handlers(binder())
                .bind(Status.class, StatusHandler.class)
                .bind(ListPipelines.class, ListPipelinesHandler.class)
                .bind(ListWorkflows.class, ListWorkflowsHandler.class)
                .bind(Observe.class, ObserveHandler.class)
                .bind(Refresh.class, RefreshHandler.class);
        bind(PipelineCards.class).in(Scopes.SINGLETON);
        bind(Portraits.class).to(PipelineCards.class);
        bind(PipelineLine.class).in(Scopes.SINGLETON);
        bind(Deploys.class).in(Scopes.SINGLETON);
        bind(Offspring.class).in(Scopes.SINGLETON);
        bind(OpenThreads.class).in(Scopes.SINGLETON);
        bind(Repeats.class).in(Scopes.SINGLETON);
        bind(LateResults.class).in(Scopes.SINGLETON);
        bind(Relatives.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(Offspring.class);
        var lookers = Multibinder.newSetBinder(binder(), Looker.class);
        lookers.addBinding().to(PipelineLooker.class).in(Scopes.SINGLETON);
        lookers.addBinding().to(ProjectLooker.class).in(Scopes.SINGLETON);
        bind(Stories.class).to(JdbiStories.class).in(Scopes.SINGLETON);
    }
}
