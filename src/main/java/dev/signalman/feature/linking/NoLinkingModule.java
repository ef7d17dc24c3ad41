package dev.signalman.feature.linking;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Link;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.Identities;

/** For a bot without a key: nobody can link, and {@code unlink} still deletes stored tokens. */
public final class NoLinkingModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new LinkedTokensModule());
        HandlerBinder.handlers(binder()).bind(Link.class, LinkUnavailableHandler.class);
        bind(BotTokenOnly.class).in(Scopes.SINGLETON);
        bind(Identities.class).to(BotTokenOnly.class);
        bind(MissingKeyCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(MissingKeyCheck.class);
    }
}
