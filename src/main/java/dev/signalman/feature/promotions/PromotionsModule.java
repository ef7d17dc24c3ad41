package dev.signalman.feature.promotions;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Choose;
import dev.signalman.command.ListPromotions;
import dev.signalman.command.Promote;
import dev.signalman.command.Why;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.storage.Migrations;

/** Binds promotions and their rules. */
public final class PromotionsModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class)
                .addBinding()
                .toInstance(new Migrations("dev/signalman/feature/promotions/migrations"));
        HandlerBinder.handlers(binder())
                .bind(Promote.class, PromoteHandler.class)
                .carry(Promote.class, PromoteExecutor.class)
                .ask(Promote.class, PromoteForm.class)
                .bind(ListPromotions.class, ListPromotionsHandler.class)
                .bind(Why.class, WhyHandler.class)
                .bind(Choose.class, ChooseHandler.class);
        bind(WishFactory.class);
        bind(ScheduleResolver.class);
        bind(PromotionRulesCheck.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(PromotionRulesCheck.class);
        bind(KnownPromotions.class).to(StoredKnownPromotions.class).in(Scopes.SINGLETON);
        bind(StartedFiles.class).to(JdbiStartedFiles.class).in(Scopes.SINGLETON);
        bind(RuledProjectNames.class).to(JdbiRuledProjectNames.class).in(Scopes.SINGLETON);
        bind(RecentTargetPromotions.class).in(Scopes.SINGLETON);
        bind(RecentPromotions.class).in(Scopes.SINGLETON);
        bind(PromotablePipelineFinder.class).in(Scopes.SINGLETON);
        bind(PromotionTokenChoice.class);
        install(new PromotionRuleModule());
    }
}
