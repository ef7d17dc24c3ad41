package dev.signalman.feature.audit;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Audit;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Ledger;
import dev.signalman.keyring.Keyring;
import dev.signalman.storage.Migrations;

/** Binds the ledger and the verb {@code audit}. */
public final class AuditModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/audit/migrations");

    private final Keyring keyring;

    /** Chains rows with the keyring's current key. */
    public AuditModule(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        bind(LedgerCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(LedgerCheck.class);
        bind(LedgerHasher.class).toInstance(new LedgerHasher(keyring));
        bind(JdbiLedger.class).in(Scopes.SINGLETON);
        bind(Ledger.class).to(JdbiLedger.class);
        bind(LedgerReader.class);
        bind(LedgerKeyChange.class);
        bind(RulesFileChange.class);
        bind(LedgerSocket.class).in(Scopes.SINGLETON);
        HandlerBinder.handlers(binder()).bind(Audit.class, AuditHandler.class);
    }
}
