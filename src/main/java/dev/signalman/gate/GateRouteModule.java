package dev.signalman.gate;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.port.GateVisits;
import dev.signalman.web.Route;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds the gate's endpoint. */
public final class GateRouteModule extends AbstractModule {
    private final URI semaphore;
    private final Optional<GateSecret> secret;

    public GateRouteModule(URI semaphore, @Nullable GateSecret secret) {
        this.semaphore = semaphore;
        this.secret = Optional.ofNullable(secret);
    }

    @ProvidesIntoSet
    @Singleton
    Route route(GateVisits visits, InstantSource clock) {
        return Route.of("GET", "/gate", new GateEndpoint(new OidcTokenVerifier(semaphore, clock), secret, visits));
    }
}
