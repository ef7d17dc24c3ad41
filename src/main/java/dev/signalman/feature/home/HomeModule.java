package dev.signalman.feature.home;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.HomePart;
import dev.signalman.storage.Migrations;

/** Binds the home tab. */
public final class HomeModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/home/migrations"));
        HandlerBinder.handlers(binder()).bind(ShowHome.class, HomeHandler.class);
        Multibinder.newSetBinder(binder(), Reconciler.class)
                .addBinding()
                .to(HomeTabReconciler.class)
                .in(Scopes.SINGLETON);
        bind(NewestPipelines.class).in(Scopes.SINGLETON);
        bind(OwnBuilds.class).in(Scopes.SINGLETON);
        var parts = Multibinder.newSetBinder(binder(), HomePart.class);
        parts.addBinding().to(OwnBuildsHomePart.class).in(Scopes.SINGLETON);
        parts.addBinding().to(RunningPipelinesHomePart.class).in(Scopes.SINGLETON);
        parts.addBinding().to(RedBranchesHomePart.class).in(Scopes.SINGLETON);
    }
}
