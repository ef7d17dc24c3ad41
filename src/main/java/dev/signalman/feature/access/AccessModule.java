package dev.signalman.feature.access;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.ruling.RulingModule;

/** Judges who may do what and where; wants {@link AccessRules} bound. */
public final class AccessModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Standings.class);
        bind(Callings.class);
        bind(Circle.class);
        bind(WhoMay.class);
        bind(WhereMay.class);
        bind(AccessCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(AccessCheck.class);
        var interceptors = Multibinder.newSetBinder(binder(), Interceptor.class);
        interceptors.addBinding().to(WhoMay.class);
        interceptors.addBinding().to(WhereMay.class);
        bind(StandingRule.class);
        bind(AccessRule.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(StandingRule.class);
        rules.addBinding().to(AccessRule.class);
    }
}
