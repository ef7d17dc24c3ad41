package dev.signalman.feature.approvals.request;

import dev.signalman.card.Text;
import dev.signalman.chat.Messenger;
import dev.signalman.command.Refusal;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Decides where a request is shown: only where every voter can see it. */
public final class RequestPlacement {
    private final Messenger messenger;

    @Inject
    RequestPlacement(Messenger messenger) {
        this.messenger = messenger;
    }

    /** The first policy's channel, or else where the promotion was asked for. */
    public Place of(Wish wish, List<Approvals> approvals) {
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
    public Place needed(Place place) {
        if (place.equals(Place.NOWHERE)) {
            throw new Refusal(
                    "This rule has no channel, so there is nowhere to post a request that wasn't made in Slack. Ask "
                            + "your Signalman admin to add channel to the rule in signalman.yml.");
        }
        if (!messenger.reach(place.channel()).mayPost()) {
            throw new Refusal("This request has to be posted in " + place.channel()
                    + ", and I can't post there. Type /invite @Signalman in that channel, then try again.");
        }
        return place;
    }

    /** The place of a card, described for a reader at {@code from}. */
    public static Text named(Place shown, Place from) {
        return shown.channel().equals(from.channel())
                ? Text.of("here")
                : Text.of("in ").channel(shown.channel());
    }
}
