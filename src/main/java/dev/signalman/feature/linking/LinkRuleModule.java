package dev.signalman.feature.linking;

import com.google.inject.AbstractModule;
import dev.signalman.ruling.RulingModule;

/** Binds the rule of whose token a promotion uses; needs {@link dev.signalman.port.Identities} bound. */
public final class LinkRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(LinkRule.class);
        RulingModule.rules(binder()).addBinding().to(LinkRule.class);
    }
}
