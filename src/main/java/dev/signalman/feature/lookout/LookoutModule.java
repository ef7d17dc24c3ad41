package dev.signalman.feature.lookout;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.dispatch.Chore;
import dev.signalman.storage.Migrations;
import dev.signalman.subject.RuledProjects;

/** Binds what looks for pipelines that no notification told of. Needs {@link Rhythm}. */
public final class LookoutModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/lookout/migrations"));
        Multibinder.newSetBinder(binder(), RuledProjects.class);
        bind(Sights.class).in(Scopes.SINGLETON);
        bind(Marks.class).in(Scopes.SINGLETON);
        bind(Glance.class).in(Scopes.SINGLETON);
        bind(Lookout.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(Lookout.class);
    }
}
