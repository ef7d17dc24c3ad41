package dev.signalman.feature.linking;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.Unlink;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.Chore;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.storage.Migrations;

/** Bindings needed with and without a key: the store, and what deletes from it. */
final class LinkedTokensModule extends AbstractModule {
    /** Where the tables are made. */
    static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/linking/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(LinkedTokenCleanup.class);
        HandlerBinder.handlers(binder()).bind(Unlink.class, UnlinkHandler.class);
        bind(LinkedTokenCleanup.class);
        install(new LinkRuleModule());
        bind(StoredTokens.class);
        bind(LinkedTokenStore.class).in(Scopes.SINGLETON);
        bind(OfferedTokenStore.class).in(Scopes.SINGLETON);
        bind(LinkedAccounts.class).to(AccountStore.class).in(Scopes.SINGLETON);
    }
}
