package dev.signalman.webhook;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.web.Route;
import jakarta.inject.Singleton;

/**
 * Binds the endpoint for Semaphore's notifications. Without a secret this module is absent, and the path answers 404.
 */
public final class WebhookModule extends AbstractModule {
    private final WebhookSecret secret;

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
