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
 * Binds settings that can change while the bot runs. They are bound only as suppliers, so no class keeps an outdated
 * value. Two calls may return different values, so a class asks once per judgement.
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
