package dev.signalman.feature.factor;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.keyring.Keyring;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.port.PasskeyPages;
import dev.signalman.port.SecondFactors;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.PurgedTable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds second factors. Without a key nobody can have one, and what needs one does not count. */
public final class FactorModule extends AbstractModule {
    /** Where the tables are made. */
    static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/factor/migrations");

    /** Pages a week after their addresses ended, like the invocations that came from them. */
    static final PurgedTable PAGES = new PurgedTable(
            "purge-passkey-pages", "passkey_page", "expires_at", Duration.ofDays(7), Duration.ofHours(1));

    private final Keyring keyring;
    private final Optional<PasskeySite> site;

    /** Offers passkeys where the bot has a public address. */
    public FactorModule(Keyring keyring, @Nullable URI publicUrl) {
        this.keyring = keyring;
        this.site = PasskeySite.of(publicUrl);
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
            bind(PasskeyPages.class).to(NoFactors.class);
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
        var ids = getProvider(IdGenerator.class);
        var clock = getProvider(InstantSource.class);
        var pages = new SecretCipher(keyring, "factor: pages", "factor: page key id");
        bind(PasskeyAddresses.class)
                .toProvider(() -> new PasskeyAddresses(site, pages, ids.get(), clock.get()))
                .in(Scopes.SINGLETON);
        bind(PersonalFactors.class).in(Scopes.SINGLETON);
        bind(SecondFactors.class).to(PersonalFactors.class);
        bind(WrongTries.class).in(Scopes.SINGLETON);
        bind(PasskeyOptions.class).in(Scopes.SINGLETON);
        bind(PasskeyCeremonies.class).in(Scopes.SINGLETON);
        bind(PasskeyPages.class).to(PasskeyCeremonies.class);
        Multibinder.newSetBinder(binder(), PurgedTable.class).addBinding().toInstance(PAGES);
        bind(WrongCodesReconciler.class).in(Scopes.SINGLETON);
        bind(RefusedPages.class).in(Scopes.SINGLETON);
        var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
        reconcilers.addBinding().to(WrongCodesReconciler.class);
        reconcilers.addBinding().to(RefusedPages.class);
    }
}
