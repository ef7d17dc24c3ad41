package dev.signalman.semaphore.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.TokenTrial;

/** Binds {@link Semaphore} to its HTTP API, and the check of it; needs a {@link CallObserver} and a clock bound elsewhere. */
public final class SemaphoreHttpModule extends AbstractModule {
    private final SemaphoreConnection connection;

    /** A module that connects as told. */
    public SemaphoreHttpModule(SemaphoreConnection connection) {
        this.connection = connection;
    }

    @Override
    protected void configure() {
        bind(SemaphoreConnection.class).toInstance(connection);
        bind(SemaphoreCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(SemaphoreCheck.class);
    }

    @Provides
    @Singleton
    Wire wire(CallObserver observer) {
        return new Wire(connection, observer);
    }

    @Provides
    @Singleton
    Semaphore semaphore(Wire wire) {
        return new FeignSemaphore(wire, connection.credential());
    }

    @Provides
    @Singleton
    TokenTrial trial(Wire wire) {
        return new HttpTokenTrial(wire);
    }
}
