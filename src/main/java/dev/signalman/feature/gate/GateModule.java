package dev.signalman.feature.gate;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.GateVisits;
import dev.signalman.storage.Migrations;

/** Binds what judges deploys at the gate. */
public final class GateModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/gate/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Reconciler.class)
                .addBinding()
                .to(GateReconciler.class)
                .in(Scopes.SINGLETON);
        bind(GateVisits.class).to(GateVisitIntake.class);
        bind(BotStartedPipelines.class).to(JdbiBotStartedPipelines.class);
        for (var one : new Class<?>[] {
            GateJudge.class, GateVisitStore.class, JdbiBotStartedPipelines.class, GateVisitIntake.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
