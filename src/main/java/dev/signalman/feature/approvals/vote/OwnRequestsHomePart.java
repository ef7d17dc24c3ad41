package dev.signalman.feature.approvals.vote;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.ScheduledRequestPhrases;
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists, on the home tab, the person's own requests that wait for votes or for their time. */
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
        var own = store.open().stream()
                .filter(request -> request.state().pending()
                        && request.requester().userId().equals(userId)
                        && !closer.over(request))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var entries = own.stream()
                .map(request -> new HomeCard.Entry(
                        request.state() == RequestState.SCHEDULED
                                ? ScheduledRequestPhrases.line(request)
                                : WaitingRequestPhrases.line(request),
                        CardActions.of(WaitingRequestPhrases.withdraw(request))))
                .toList();
        var waiting = own.stream()
                .filter(request -> request.state() == RequestState.WAITING)
                .count();
        var scheduled = own.size() - waiting;
        var sentence = Stream.of(
                        waiting == 0
                                ? ""
                                : "Waiting for approval: " + waiting
                                        + (waiting == 1 ? " request of yours." : " requests of yours."),
                        scheduled == 0
                                ? ""
                                : "Scheduled: " + scheduled
                                        + (scheduled == 1 ? " promotion of yours." : " promotions of yours."))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        var title = Text.empty().symbol(Symbol.ASKED).bold("Your requests");
        return Optional.of(new Shown(sentence, new HomeCard.Part(title, entries, "")));
    }
}
