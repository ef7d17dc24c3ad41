package dev.signalman.schedule;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.port.Chore;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.PurgedTable;

/** Binds the {@link ChoreScheduler} of all {@link Chore}s and {@link PurgedTable}s. */
public final class ScheduleModule extends AbstractModule {
    /** The migrations of db-scheduler's table. */
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/schedule/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Chore.class);
        Multibinder.newSetBinder(binder(), PurgedTable.class);
        bind(ChoreScheduler.class).in(Scopes.SINGLETON);
    }
}
