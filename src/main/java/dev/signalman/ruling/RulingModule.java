package dev.signalman.ruling;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;

/** Binds the judge; wants {@link Policies} bound. Rules come from the features. */
public final class RulingModule extends AbstractModule {
    @Override
    protected void configure() {
        rules(binder());
        bind(Judge.class).in(Scopes.SINGLETON);
        bind(Gate.class).in(Scopes.SINGLETON);
        bind(MembershipLookup.class).in(Scopes.SINGLETON);
    }

    /** Where features add their rules. */
    public static Multibinder<Rule<?>> rules(Binder binder) {
        return Multibinder.newSetBinder(binder, new TypeLiteral<Rule<?>>() {});
    }
}
