package dev.signalman.feature.outofband;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.StopWrongDeploy;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.AccountNames;
import dev.signalman.port.PromotionRecords;
import dev.signalman.port.RuledProjects;
import dev.signalman.storage.Migrations;

/** Binds the detection of promotions that were made past the bot. */
public final class OutOfBandModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/outofband/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder()).carry(StopWrongDeploy.class, StopWrongDeployExecutor.class);
        var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
        reconcilers.addBinding().to(PromotedPipelineReconciler.class).in(Scopes.SINGLETON);
        reconcilers.addBinding().to(WrongDeployReconciler.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), RuledProjects.class).addBinding().to(RuledByPolicies.class);
        bind(AccountNames.class).to(ProjectMembers.class);
        bind(PromotionRecords.class).to(JdbiPromotionRecords.class);
        for (var one : new Class<?>[] {
            ProjectMembers.class,
            BypassAlertCardFactory.class,
            AlertChannels.class,
            RetrospectiveJudge.class,
            JdbiPromotionRecords.class,
            RuledByPolicies.class,
            PromotionReporter.class,
            BypassReporter.class,
            RunDeployReporter.class,
            PromotionTracer.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
