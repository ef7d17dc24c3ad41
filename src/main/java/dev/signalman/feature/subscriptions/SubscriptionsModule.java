package dev.signalman.feature.subscriptions;

import com.google.inject.AbstractModule;
import dev.signalman.command.Announce;
import dev.signalman.dispatch.HandlerBinder;

/** Binds what is subscribed to, and what is announced. */
public final class SubscriptionsModule extends AbstractModule {
    @Override
    protected void configure() {
        HandlerBinder.handlers(binder()).bind(Announce.class, AnnounceHandler.class);
    }
}
