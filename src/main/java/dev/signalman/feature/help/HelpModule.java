package dev.signalman.feature.help;

import com.google.inject.AbstractModule;
import dev.signalman.command.Help;
import dev.signalman.dispatch.HandlerBinder;

/** The verb {@code help}. */
public final class HelpModule extends AbstractModule {
    @Override
    protected void configure() {
        HandlerBinder.handlers(binder()).bind(Help.class, HelpHandler.class);
    }
}
