package dev.signalman.feature.runs;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.ListTasks;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Rerun;
import dev.signalman.command.Run;
import dev.signalman.command.RunTask;
import dev.signalman.command.Stop;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;

/** Binds the commands that start, repeat and stop workflows, and those for tasks. */
public final class RunsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(IndirectDeploys.class);
        bind(ProjectTasks.class);
        Multibinder.newSetBinder(binder(), Reconciler.class)
                .addBinding()
                .to(RunReconciler.class)
                .in(Scopes.SINGLETON);
        HandlerBinder.handlers(binder())
                .bind(Run.class, RunHandler.class)
                .carry(Run.class, RunExecutor.class)
                .bind(ListTasks.class, ListTasksHandler.class)
                .bind(RunTask.class, RunTaskHandler.class)
                .carry(RunTask.class, RunTaskExecutor.class)
                .bind(Rerun.class, RerunHandler.class)
                .carry(Rerun.class, RerunExecutor.class)
                .bind(Rebuild.class, RebuildHandler.class)
                .carry(Rebuild.class, RebuildExecutor.class)
                .bind(Stop.class, StopHandler.class)
                .carry(Stop.class, StopExecutor.class);
    }
}
