package dev.signalman.feature.approvals.vote;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists, on the home tab, the person's own waiting requests. */
public final class OwnRequestsHomePart implements HomePart {
    private final RequestStore store;
    private final RequestCloser closer;

    @Inject
    OwnRequestsHomePart(RequestStore store, RequestCloser closer) {
        this.store = store;
        this.closer = closer;
    }

    @Override
    public Shelf shelf() {
        return Shelf.OWN;
    }

    @Override
    public Optional<Shown> of(String userId) {
        List<HomeCard.Entry> entries = store.waiting().stream()
                .filter(request -> request.requester().userId().equals(userId) && !closer.over(request))
                .map(request -> new HomeCard.Entry(
                        WaitingRequestPhrases.line(request), CardActions.of(WaitingRequestPhrases.withdraw(request))))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var title = Text.empty().symbol(Symbol.ASKED).bold("Your requests");
        return Optional.of(new Shown(
                "Waiting for approval: " + entries.size()
                        + (entries.size() == 1 ? " request of yours." : " requests of yours."),
                new HomeCard.Part(title, entries, "")));
    }
}
