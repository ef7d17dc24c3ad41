package dev.signalman.feature.locks;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Cordon;
import dev.signalman.command.ListLocks;
import dev.signalman.command.Lock;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.Chore;
import dev.signalman.port.HomePart;
import dev.signalman.port.RuledProjects;
import dev.signalman.port.TargetReactivation;
import dev.signalman.storage.Migrations;

/** Binds the lock commands, and the rules of locks and freezes. */
public final class LocksModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/locks/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder())
                .bind(Lock.class, LockHandler.class)
                .bind(Unlock.class, UnlockHandler.class)
                .bind(ListLocks.class, ListLocksHandler.class)
                .carry(Cordon.class, CordonExecutor.class);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(TargetPoller.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(TargetHoldsCheck.class);
        bind(TargetHoldsCheck.class);
        bind(TargetReactivation.class).to(HeldTargetReactivation.class);
        bind(HeldTargetReactivation.class).in(Scopes.SINGLETON);
        var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
        reconcilers.addBinding().to(TargetReconciler.class);
        reconcilers.addBinding().to(LockReconciler.class);
        bind(TargetReconciler.class).in(Scopes.SINGLETON);
        bind(LockReconciler.class).in(Scopes.SINGLETON);
        bind(TargetPoller.class).in(Scopes.SINGLETON);
        bind(JdbiTargetHolds.class).in(Scopes.SINGLETON);
        bind(TargetHoldReasons.class).in(Scopes.SINGLETON);
        bind(TargetReconcileTrigger.class).in(Scopes.SINGLETON);
        bind(TargetLookup.class).in(Scopes.SINGLETON);
        install(new LockRuleModule());
        bind(HeldLocks.class).to(JdbiLocks.class);
        bind(WebHoldStatusReader.class).to(TargetReconcileTrigger.class);
        Multibinder.newSetBinder(binder(), RuledProjects.class).addBinding().to(JdbiLocks.class);
        Multibinder.newSetBinder(binder(), HomePart.class)
                .addBinding()
                .to(HeldLocksHomePart.class)
                .in(Scopes.SINGLETON);
        bind(JdbiLocks.class).in(Scopes.SINGLETON);
        bind(LockedPromotionResolver.class).in(Scopes.SINGLETON);
        bind(FreezeList.class).in(Scopes.SINGLETON);
        bind(LockList.class).in(Scopes.SINGLETON);
    }
}
