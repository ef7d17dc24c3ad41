package dev.signalman.feature.deploys;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.command.Deploys;
import dev.signalman.command.History;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.HomePart;
import dev.signalman.port.LiveDeploys;
import dev.signalman.subject.Shipments;

/** Binds the verbs {@code deploys} and {@code history}, and what is live on the home tab. */
public final class DeploysModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PromoterNames.class);
        bind(TargetDeploys.class);
        bind(PromotedDeploys.class);
        bind(RecordedDeploys.class);
        bind(DeployReader.class);
        bind(PromotionStatuses.class);
        bind(DeploysCardFactory.class);
        Multibinder.newSetBinder(binder(), HomePart.class)
                .addBinding()
                .to(LiveDeploysHomePart.class)
                .in(Scopes.SINGLETON);
        bind(LiveDeploys.class).to(NewestPassedDeploys.class);
        bind(Shipments.class).to(DeployShipments.class);
        HandlerBinder.handlers(binder())
                .bind(Deploys.class, DeploysHandler.class)
                .bind(History.class, HistoryHandler.class);
    }
}
