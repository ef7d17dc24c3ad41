package dev.signalman.feature.enforcement;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.port.OutsideProtection;

/** Binds what keeps deployment targets as rules want them. */
public final class EnforcementModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(OutsideProtection.class).to(TargetProtection.class);
        bind(EnforcementPlan.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(ProtectionCheck.class);
        for (var one : new Class<?>[] {BotAccount.class, RuledTargets.class, TargetProtection.class}) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
