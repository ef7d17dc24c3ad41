package dev.signalman.semaphore.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.TokenProbe;

/** Binds {@link Semaphore} to its HTTP API, with its check; needs a {@link SemaphoreCallObserver} and a clock. */
public final class SemaphoreHttpModule extends AbstractModule {
    private final SemaphoreConnection connection;

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
    FeignFactory wire(SemaphoreCallObserver observer) {
        return new FeignFactory(connection, observer);
    }

    @Provides
    @Singleton
    Semaphore semaphore(FeignFactory feignFactory) {
        return new FeignSemaphore(feignFactory, connection.credential());
    }

    @Provides
    @Singleton
    TokenProbe trial(FeignFactory feignFactory) {
        return new HttpTokenProbe(feignFactory);
    }
}
