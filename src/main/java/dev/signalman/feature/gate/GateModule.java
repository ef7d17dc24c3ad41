package dev.signalman.feature.gate;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.GateVisits;
import dev.signalman.port.JudgedStarts;
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
        bind(GateVisits.class).to(JobsAtTheGate.class);
        bind(JudgedStarts.class).to(JdbiJudgedStarts.class);
        for (var one : new Class<?>[] {
            DeployStarters.class, GateJudge.class, GateVisitStore.class, JdbiJudgedStarts.class, JobsAtTheGate.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
