package dev.signalman.feature.access;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.port.CommandAccess;
import dev.signalman.ruling.RulingModule;

/** Binds the judgement of who may do what and where; needs {@link AccessRules} bound. */
public final class AccessModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(WorkspaceStanding.class);
        bind(RuleMemberNames.class);
        bind(RuleMembership.class);
        bind(AccessInterceptor.class);
        bind(CommandAccess.class).to(AccessInterceptor.class);
        bind(PostableChannelInterceptor.class);
        bind(AccessCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(AccessCheck.class);
        var interceptors = Multibinder.newSetBinder(binder(), Interceptor.class);
        interceptors.addBinding().to(AccessInterceptor.class);
        interceptors.addBinding().to(PostableChannelInterceptor.class);
        bind(WorkspaceMemberRule.class);
        bind(AccessRule.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(WorkspaceMemberRule.class);
        rules.addBinding().to(AccessRule.class);
    }
}
