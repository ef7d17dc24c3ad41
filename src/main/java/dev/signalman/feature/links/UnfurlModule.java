package dev.signalman.feature.links;

import com.google.inject.AbstractModule;
import dev.signalman.command.Unfurl;
import dev.signalman.dispatch.HandlerBinder;

/** Binds link previews. */
public final class UnfurlModule extends AbstractModule {
    @Override
    protected void configure() {
        HandlerBinder.handlers(binder()).bind(Unfurl.class, UnfurlHandler.class);
    }
}
