package dev.signalman.app.checks;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;

/** Contributes the checks of the program as a whole. */
public final class ChecksModule extends AbstractModule {
    private final Configuration configuration;
    private final Machine machine;

    /** Of a program that is configured so and runs there. */
    public ChecksModule(Configuration configuration, Machine machine) {
        this.configuration = configuration;
        this.machine = machine;
    }

    @Override
    protected void configure() {
        bind(Configuration.class).toInstance(configuration);
        bind(Machine.class).toInstance(machine);
        bind(ConfigurationCheck.class);
        bind(MachineCheck.class);
        bind(PortCheck.class);
        bind(PollCheck.class);
        bind(WebhookCheck.class);
        bind(LastNotificationCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(ConfigurationCheck.class);
        checks.addBinding().to(MachineCheck.class);
        checks.addBinding().to(PortCheck.class);
        checks.addBinding().to(PollCheck.class);
        checks.addBinding().to(WebhookCheck.class);
        checks.addBinding().to(LastNotificationCheck.class);
    }
}
