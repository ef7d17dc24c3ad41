package dev.signalman.feature.access;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.port.AgentAccess;
import dev.signalman.port.CommandAccess;

/** Binds the judgement of who may do what and where; needs {@link AccessRules} bound. */
public final class AccessModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new AccessRuleModule());
        bind(AgentAccess.class).to(AgentRule.class);
        bind(CommandAccess.class).to(AccessInterceptor.class);
        bind(PostableChannelInterceptor.class);
        bind(AccessCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(AccessCheck.class);
        Multibinder.newSetBinder(binder(), Interceptor.class).addBinding().to(PostableChannelInterceptor.class);
    }
}
