package dev.signalman.passkey;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.port.PasskeyPages;
import dev.signalman.web.Route;

/** Binds the passkeys' pages. */
public final class PasskeyModule extends AbstractModule {
    @ProvidesIntoSet
    @Singleton
    Route route(PasskeyPages pages) {
        return Route.under("/passkey/", new PasskeyEndpoint(pages));
    }
}
