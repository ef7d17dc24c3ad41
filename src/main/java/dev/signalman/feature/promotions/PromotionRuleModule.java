package dev.signalman.feature.promotions;

import com.google.inject.AbstractModule;
import dev.signalman.ruling.RulingModule;

/** Binds the rules of what may be promoted from where, and with which parameters. */
public final class PromotionRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PassedRule.class);
        bind(ParameterRule.class);
        bind(NamedRule.class);
        bind(OriginRule.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(PassedRule.class);
        rules.addBinding().to(ParameterRule.class);
        rules.addBinding().to(NamedRule.class);
        rules.addBinding().to(OriginRule.class);
    }
}
