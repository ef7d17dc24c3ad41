package dev.signalman.feature.enforcement;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Enforce;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.BotTokenAccount;
import dev.signalman.port.Chore;
import dev.signalman.port.OutsideProtection;
import dev.signalman.semaphore.Credential;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.Migrations;
import java.time.InstantSource;

/** Binds what keeps deployment targets as rules want them. */
public final class EnforcementModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/enforcement/migrations");

    private final Credential credential;

    /**
     * @param credential the bot's own
     */
    public EnforcementModule(Credential credential) {
        this.credential = credential;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder()).carry(Enforce.class, EnforceExecutor.class);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(EnforcedTargetPoller.class);
        Multibinder.newSetBinder(binder(), Reconciler.class).addBinding().to(EnforcedTargetReconciler.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(ProtectionCheck.class);
        bind(OutsideProtection.class).to(TargetProtection.class);
        bind(BotTokenAccount.class).to(BotAccount.class);
        bind(EnforcementPlan.class);
        for (var one : new Class<?>[] {
            ChangedTargetAlert.class,
            EnforcedTargetPoller.class,
            EnforcedTargetReconciler.class,
            EnforcedTargetStore.class,
            EnforcedTargets.class,
            TargetProtection.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }

    @Provides
    @Singleton
    BotAccount account(DatabaseOpenResult databaseOpenResult, InstantSource clock) {
        return new BotAccount(databaseOpenResult, credential, clock);
    }
}
