package dev.signalman.feature.jobs;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who can read a channel. */
final class ChannelReaders {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelReaders.class);

    private final Messenger messenger;

    @Inject
    ChannelReaders(Messenger messenger) {
        this.messenger = messenger;
    }

    /** Whether people of other organizations may be in the channel; true when Slack does not say. */
    boolean mayHoldOthers(Place place) {
        try {
            return messenger.reach(place.channel()).shared();
        } catch (MessengerException failure) {
            LOG.warn(
                    "Slack didn't return who can read {}, so no log is shown there: {}",
                    place.channel(),
                    failure.kind());
            return true;
        }
    }
}
