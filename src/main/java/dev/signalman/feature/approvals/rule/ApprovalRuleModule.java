package dev.signalman.feature.approvals.rule;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import dev.signalman.ruling.RulingModule;

/** Binds the rules of votes and of broken glasses; needs {@link ContributorLookup} bound. */
public final class ApprovalRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ApprovalRule.class).in(Scopes.SINGLETON);
        bind(BreakGlassRule.class).in(Scopes.SINGLETON);
        bind(OvertakenRule.class).in(Scopes.SINGLETON);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(ApprovalRule.class);
        rules.addBinding().to(OvertakenRule.class);
        rules.addBinding().to(BreakGlassRule.class);
    }
}
