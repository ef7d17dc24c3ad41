package dev.signalman.feature.locks;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Cordon;
import dev.signalman.command.ListLocks;
import dev.signalman.command.Lock;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.Barriers;
import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Looker;
import dev.signalman.ruling.RulingModule;
import dev.signalman.storage.Migrations;
import dev.signalman.subject.RuledProjects;

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
                .carry(Cordon.class, CordonCarrier.class);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(Rounds.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(TargetsCheck.class);
        bind(TargetsCheck.class);
        bind(Barriers.class).to(TargetBarriers.class);
        bind(TargetBarriers.class).in(Scopes.SINGLETON);
        var reconcilers = Multibinder.newSetBinder(binder(), Looker.class);
        reconcilers.addBinding().to(TargetReconciler.class);
        reconcilers.addBinding().to(LockReconciler.class);
        bind(TargetReconciler.class).in(Scopes.SINGLETON);
        bind(LockReconciler.class).in(Scopes.SINGLETON);
        bind(Rounds.class).in(Scopes.SINGLETON);
        bind(JdbiBarred.class).in(Scopes.SINGLETON);
        bind(Causes.class).in(Scopes.SINGLETON);
        bind(Tending.class).in(Scopes.SINGLETON);
        bind(Targets.class).in(Scopes.SINGLETON);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(LockRule.class);
        rules.addBinding().to(FreezeRule.class);
        Multibinder.newSetBinder(binder(), RuledProjects.class).addBinding().to(RuledByLocks.class);
        bind(RuledByLocks.class);
        bind(LockRule.class);
        bind(FreezeRule.class);
        bind(JdbiLocks.class).in(Scopes.SINGLETON);
        bind(UnlockPermissions.class).in(Scopes.SINGLETON);
        bind(Meanings.class).in(Scopes.SINGLETON);
        bind(FreezeList.class).in(Scopes.SINGLETON);
        bind(LockList.class).in(Scopes.SINGLETON);
    }
}
