package dev.signalman.app;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.InForce;
import dev.signalman.app.config.Reload;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.ruling.Policies;
import dev.signalman.subject.ProjectSettings;
import java.util.function.Supplier;

/**
 * Binds what may change while the bot runs. It is bound as suppliers alone, so that nobody can be given a value that grows old:
 * whoever asks twice in one judgement may hear two answers, and asks once.
 */
final class SettingsModule extends AbstractModule {
    private final InForce inForce;

    SettingsModule(Configuration first) {
        this.inForce = new InForce(first);
    }

    @Override
    protected void configure() {
        bind(InForce.class).toInstance(inForce);
        bind(Reload.class).in(Scopes.SINGLETON);
        bind(new TypeLiteral<Supplier<ProjectSettings>>() {})
                .toInstance(() -> inForce.now().projects());
        bind(new TypeLiteral<Supplier<AccessRules>>() {})
                .toInstance(() -> inForce.now().access());
        bind(new TypeLiteral<Supplier<Policies>>() {})
                .toInstance(() -> inForce.now().promotions());
        bind(new TypeLiteral<Supplier<FileSubscriptions>>() {})
                .toInstance(() -> inForce.now().subscriptions());
    }
}
