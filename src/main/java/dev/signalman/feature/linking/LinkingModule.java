package dev.signalman.feature.linking;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Link;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.keyring.Keyring;
import dev.signalman.port.Identities;
import dev.signalman.semaphore.Credential;

/** Binds the linking of people's tokens. It needs a key; without one, use {@link NoLinkingModule}. */
public final class LinkingModule extends AbstractModule {
    private final Keyring keys;
    private final Credential own;

    /**
     * Needs a current key.
     *
     * @param own the bot's token, which nobody may link
     */
    public LinkingModule(Keyring keys, Credential own) {
        this.keys = keys;
        this.own = own;
    }

    @Override
    protected void configure() {
        install(new LinkedTokensModule());
        HandlerBinder.handlers(binder()).bind(Link.class, LinkHandler.class).ask(Link.class, LinkForm.class);
        bind(BotToken.class).toInstance(new BotToken(own));
        bind(TokenChoiceStore.class).in(Scopes.SINGLETON);
        bind(LinkedIdentities.class).in(Scopes.SINGLETON);
        bind(Identities.class).to(LinkedIdentities.class);
        bind(LinkedTokensCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(LinkedTokensCheck.class);
    }

    @Provides
    @Singleton
    TokenCipher safe() {
        return new TokenCipher(keys);
    }
}
