package dev.signalman.app.checks;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;

/** Contributes the checks of the whole program. */
public final class ChecksModule extends AbstractModule {
    private final Configuration configuration;
    private final JavaRuntime javaRuntime;

    public ChecksModule(Configuration configuration, JavaRuntime javaRuntime) {
        this.configuration = configuration;
        this.javaRuntime = javaRuntime;
    }

    @Override
    protected void configure() {
        bind(Configuration.class).toInstance(configuration);
        bind(JavaRuntime.class).toInstance(javaRuntime);
        bind(ConfigurationCheck.class);
        bind(JavaRuntimeCheck.class);
        bind(PortCheck.class);
        bind(PollCheck.class);
        bind(WebhookCheck.class);
        bind(LastNotificationCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(ConfigurationCheck.class);
        checks.addBinding().to(JavaRuntimeCheck.class);
        checks.addBinding().to(PortCheck.class);
        checks.addBinding().to(PollCheck.class);
        checks.addBinding().to(WebhookCheck.class);
        checks.addBinding().to(LastNotificationCheck.class);
    }
}
