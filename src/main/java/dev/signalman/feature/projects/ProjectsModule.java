package dev.signalman.feature.projects;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.ListProjects;
import dev.signalman.command.Use;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.ChannelProjects;
import dev.signalman.storage.Migrations;

/** The verbs {@code projects} and {@code use}, and the store of what channels have chosen. */
public final class ProjectsModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/projects/migrations"));
        bind(ConfiguredProjectsCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(ConfiguredProjectsCheck.class);
        bind(JdbiChannelProjects.class).in(Scopes.SINGLETON);
        bind(ChannelProjects.class).to(JdbiChannelProjects.class);
        HandlerBinder.handlers(binder())
                .bind(ListProjects.class, ListProjectsHandler.class)
                .bind(Use.class, UseHandler.class);
    }
}
