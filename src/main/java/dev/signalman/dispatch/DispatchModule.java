package dev.signalman.dispatch;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;

/** Binds the path from an invocation to its end. Handlers, carriers and interceptors come from the features. */
public final class DispatchModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Interceptor.class);
        HandlerBinder.handlers(binder());
        bind(Bookkeeping.class).in(Scopes.SINGLETON);
        bind(Work.class).in(Scopes.SINGLETON);
        bind(Dispatcher.class).in(Scopes.SINGLETON);
        bind(ActRunner.class).in(Scopes.SINGLETON);
        bind(Whispers.class).in(Scopes.SINGLETON);
        bind(Naming.class).in(Scopes.SINGLETON);
        bind(Failures.class).in(Scopes.SINGLETON);
        bind(Forms.class).in(Scopes.SINGLETON);
        bind(Hints.class).in(Scopes.SINGLETON);
    }
}
