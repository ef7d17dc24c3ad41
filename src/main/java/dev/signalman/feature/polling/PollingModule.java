package dev.signalman.feature.polling;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.port.Chore;
import dev.signalman.port.RuledProjects;
import dev.signalman.storage.Migrations;

/** Binds the polling for pipelines whose notification did not arrive. Needs {@link PollInterval}. */
public final class PollingModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/polling/migrations"));
        Multibinder.newSetBinder(binder(), RuledProjects.class);
        bind(PolledProjects.class).in(Scopes.SINGLETON);
        bind(PollCursorStore.class).in(Scopes.SINGLETON);
        bind(ProjectPoll.class).in(Scopes.SINGLETON);
        bind(PollingJob.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(PollingJob.class);
    }
}
