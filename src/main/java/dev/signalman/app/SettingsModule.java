package dev.signalman.app;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReloader;
import dev.signalman.app.config.CurrentConfiguration;
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
    private final CurrentConfiguration currentConfiguration;

    SettingsModule(Configuration first) {
        this.currentConfiguration = new CurrentConfiguration(first);
    }

    @Override
    protected void configure() {
        bind(CurrentConfiguration.class).toInstance(currentConfiguration);
        bind(ConfigurationReloader.class).in(Scopes.SINGLETON);
        bind(new TypeLiteral<Supplier<ProjectSettings>>() {})
                .toInstance(() -> currentConfiguration.now().projects());
        bind(new TypeLiteral<Supplier<AccessRules>>() {})
                .toInstance(() -> currentConfiguration.now().access());
        bind(new TypeLiteral<Supplier<Policies>>() {})
                .toInstance(() -> currentConfiguration.now().promotions());
        bind(new TypeLiteral<Supplier<FileSubscriptions>>() {})
                .toInstance(() -> currentConfiguration.now().subscriptions());
    }
}
