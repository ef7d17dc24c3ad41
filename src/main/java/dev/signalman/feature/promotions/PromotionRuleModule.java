package dev.signalman.feature.promotions;

import com.google.inject.AbstractModule;
import dev.signalman.ruling.RulingModule;

/** Binds the rules of what may be promoted from where, and with which parameters. */
public final class PromotionRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PassedPipelineRule.class);
        bind(ParameterRule.class);
        bind(CoveredPromotionRule.class);
        bind(FileAndBranchRule.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(PassedPipelineRule.class);
        rules.addBinding().to(ParameterRule.class);
        rules.addBinding().to(CoveredPromotionRule.class);
        rules.addBinding().to(FileAndBranchRule.class);
    }
}
