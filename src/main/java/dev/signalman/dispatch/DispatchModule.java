package dev.signalman.dispatch;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;

/** Binds the classes that process invocations. Handlers, executors and interceptors come from the features. */
public final class DispatchModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Interceptor.class);
        HandlerBinder.handlers(binder());
        bind(LedgerEntryFactory.class).in(Scopes.SINGLETON);
        bind(InvocationProcessor.class).in(Scopes.SINGLETON);
        bind(Dispatcher.class).in(Scopes.SINGLETON);
        bind(ActRunner.class).in(Scopes.SINGLETON);
        bind(EphemeralSecrets.class).in(Scopes.SINGLETON);
        bind(FailureCards.class).in(Scopes.SINGLETON);
        bind(FormRegistry.class).in(Scopes.SINGLETON);
        bind(HintIntake.class).in(Scopes.SINGLETON);
    }
}
