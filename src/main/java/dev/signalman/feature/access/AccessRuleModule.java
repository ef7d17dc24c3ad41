package dev.signalman.feature.access;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.ruling.RulingModule;

/** Binds the rules of who may do what; needs {@link AccessRules} and people bound. */
public final class AccessRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(WorkspaceStanding.class);
        bind(RuleMemberNames.class);
        bind(RuleMembership.class);
        bind(AgentRule.class);
        bind(AccessInterceptor.class);
        Multibinder.newSetBinder(binder(), Interceptor.class).addBinding().to(AccessInterceptor.class);
        bind(WorkspaceMemberRule.class);
        bind(AccessRule.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(WorkspaceMemberRule.class);
        rules.addBinding().to(AccessRule.class);
    }
}
