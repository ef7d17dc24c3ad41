package dev.signalman.webhook;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.web.Route;
import jakarta.inject.Singleton;

/** Binds the door of Semaphore's notifications; without this module, and so without a secret, it answers 404 like any other path. */
public final class WebhookModule extends AbstractModule {
    private final WebhookSecret secret;

    /** With the secret that is shared with Semaphore. */
    public WebhookModule(WebhookSecret secret) {
        this.secret = secret;
    }

    @Override
    protected void configure() {
        bind(WebhookSecret.class).toInstance(secret);
        bind(WebhookEndpoint.class).in(Scopes.SINGLETON);
    }

    @ProvidesIntoSet
    @Singleton
    Route route(WebhookEndpoint endpoint) {
        return Route.of("POST", "/semaphore/webhook", endpoint);
    }
}
