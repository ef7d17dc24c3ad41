package dev.signalman.feature.approvals;

import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.port.OwnRequests;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads how a person's own requests stand. */
final class OwnRequestReader implements OwnRequests {
    private final RequestStore store;
    private final RequestCardUpdater cards;

    @Inject
    OwnRequestReader(RequestStore store, RequestCardUpdater cards) {
        this.store = store;
        this.cards = cards;
    }

    @Override
    public Optional<Progress> of(int number, String userId) {
        return store.find(number)
                .filter(request -> request.requester().userId().equals(userId))
                .map(request -> new Progress(
                        word(request.state()),
                        request.state().ended(),
                        request.state() == RequestState.WAITING
                                ? RequestCardUpdater.waits(request)
                                : cards.spoken(request)));
    }

    private static String word(RequestState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case SCHEDULED -> "scheduled";
            case GRANTED, PROMOTED -> "deploying";
            case DEPLOYED -> "deployed";
            case FAILED -> "failed";
            case UNCLEAR -> "unclear";
            case REJECTED -> "rejected";
            case WITHDRAWN -> "withdrawn";
            case EXPIRED -> "expired";
            case OVERTAKEN -> "overtaken";
            case REFUSED -> "refused";
        };
    }
}
