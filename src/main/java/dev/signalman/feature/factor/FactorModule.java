package dev.signalman.feature.factor;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.keyring.Keyring;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.port.SecondFactors;
import dev.signalman.storage.Migrations;

/** Binds second factors. Without a key nobody can have one, and what needs one does not count. */
public final class FactorModule extends AbstractModule {
    /** Where the tables are made. */
    static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/factor/migrations");

    private final Keyring keyring;

    public FactorModule(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        bind(FactorsCheck.KeyState.class).toInstance(new FactorsCheck.KeyState(keyring.current() != null));
        bind(FactorsCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(FactorsCheck.class);
        if (keyring.current() == null) {
            HandlerBinder.handlers(binder()).bind(Factor.class, FactorUnavailableHandler.class);
            bind(NoFactors.class).in(Scopes.SINGLETON);
            bind(SecondFactors.class).to(NoFactors.class);
            return;
        }
        HandlerBinder.handlers(binder())
                .bind(Factor.class, FactorHandler.class)
                .carry(Factor.class, FactorExecutor.class)
                .ask(Factor.class, FactorForm.class);
        bind(SecretCipher.class).toInstance(new SecretCipher(keyring, "factor: keys", "factor: key id"));
        bind(OneTimeCodes.class).toInstance(new OneTimeCodes());
        bind(FactorStore.class).in(Scopes.SINGLETON);
        bind(SharedRules.class).in(Scopes.SINGLETON);
        bind(CodeVerifier.class).in(Scopes.SINGLETON);
        bind(SecondFactors.class).to(CodeVerifier.class);
        bind(WrongCodesReconciler.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Reconciler.class).addBinding().to(WrongCodesReconciler.class);
    }
}
