package dev.signalman.feature.deploys;

import com.google.inject.AbstractModule;
import dev.signalman.command.Deploys;
import dev.signalman.command.History;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.port.LiveDeploys;
import dev.signalman.subject.Shipments;

/** The verbs {@code deploys} and {@code history}. */
public final class DeploysModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PromoterNames.class);
        bind(TargetDeploys.class);
        bind(PromotedDeploys.class);
        bind(RecordedDeploys.class);
        bind(DeployReader.class);
        bind(DeploysCard.class);
        bind(LiveDeploys.class).to(NewestPassedDeploys.class);
        bind(Shipments.class).to(DeployShipments.class);
        HandlerBinder.handlers(binder())
                .bind(Deploys.class, DeploysHandler.class)
                .bind(History.class, HistoryHandler.class);
    }
}
