package dev.signalman.feature.locks;

import com.google.inject.AbstractModule;
import dev.signalman.ruling.RulingModule;

/** Binds the rules of locks and freezes, which read locks from a database or from {@link GivenLockModule}. */
public final class LockRuleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(LockRule.class);
        bind(FreezeRule.class);
        bind(UnlockPermissions.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(LockRule.class);
        rules.addBinding().to(FreezeRule.class);
    }
}
