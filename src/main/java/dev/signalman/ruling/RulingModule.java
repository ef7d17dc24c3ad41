package dev.signalman.ruling;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;

/** Binds the judge; needs {@link Policies} bound. Features contribute the rules. */
public final class RulingModule extends AbstractModule {
    @Override
    protected void configure() {
        rules(binder());
        bind(Judge.class).in(Scopes.SINGLETON);
        bind(Gate.class).in(Scopes.SINGLETON);
        bind(DeployedPromotions.class).in(Scopes.SINGLETON);
        bind(DeployStarters.class).in(Scopes.SINGLETON);
        bind(MembershipLookup.class).in(Scopes.SINGLETON);
        bind(FactorTrust.class).in(Scopes.SINGLETON);
    }

    /** The set to which features add their rules. */
    public static Multibinder<Rule<?>> rules(Binder binder) {
        return Multibinder.newSetBinder(binder, new TypeLiteral<Rule<?>>() {});
    }
}
