package dev.signalman.feature.approvals;

import dev.signalman.card.Text;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Messenger;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Where requests are shown: only where everybody who may vote can be shown them. */
final class RequestPlacement {
    private final Messenger messenger;

    @Inject
    RequestPlacement(Messenger messenger) {
        this.messenger = messenger;
    }

    /** Where the first policy says, else where it was asked for. */
    Place of(Wish wish, List<Approvals> approvals) {
        return needed(approvals.stream()
                .map(Approvals::channel)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Place::channel)
                .orElse(wish.place()));
    }

    /**
     * A place that can be posted to.
     *
     * @throws Refusal when nothing can be posted there
     */
    Place needed(Place place) {
        if (!messenger.reach(place.channel()).mayPost()) {
            throw new Refusal("The request must be shown in the channel " + place.channel()
                    + ", and I may not post there. Say /invite @Signalman in that channel first, then ask again.");
        }
        return place;
    }

    /** Where something is shown, for whoever is told of it at {@code from}. */
    static Text named(Place shown, Place from) {
        return shown.channel().equals(from.channel())
                ? Text.of("here")
                : Text.of("in ").channel(shown.channel());
    }
}
