package dev.signalman.semaphore.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.signalman.semaphore.Semaphore;

/** Binds {@link Semaphore} to its HTTP API; needs a {@link CallObserver} bound elsewhere. */
public final class SemaphoreHttpModule extends AbstractModule {
    private final SemaphoreConnection connection;

    /** A module that connects as told. */
    public SemaphoreHttpModule(SemaphoreConnection connection) {
        this.connection = connection;
    }

    @Provides
    @Singleton
    Semaphore semaphore(CallObserver observer) {
        return new FeignSemaphore(connection, observer);
    }
}
