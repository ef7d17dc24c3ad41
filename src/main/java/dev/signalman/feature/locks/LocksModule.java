package dev.signalman.feature.locks;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.Lapse;
import dev.signalman.command.ListLocks;
import dev.signalman.command.Lock;
import dev.signalman.command.Nag;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.ruling.RulingModule;
import dev.signalman.storage.Migrations;

/** Binds what locks and unlocks, and the rules of locks and freezes. */
public final class LocksModule extends AbstractModule {
    /** Where the table is made. */
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/locks/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder())
                .bind(Lock.class, LockHandler.class)
                .bind(Unlock.class, UnlockHandler.class)
                .bind(ListLocks.class, ListLocksHandler.class)
                .bind(Lapse.class, LapseHandler.class)
                .bind(Nag.class, NagHandler.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(LockRule.class);
        rules.addBinding().to(FreezeRule.class);
        bind(LockRule.class);
        bind(FreezeRule.class);
        bind(JdbiLocks.class).in(Scopes.SINGLETON);
        bind(Meanings.class).in(Scopes.SINGLETON);
        bind(LockList.class).in(Scopes.SINGLETON);
    }
}
