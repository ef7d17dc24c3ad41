package dev.signalman.feature.jobs;

import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who reads a channel. */
final class ChannelReaders {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelReaders.class);

    private final Messenger messenger;

    @Inject
    ChannelReaders(Messenger messenger) {
        this.messenger = messenger;
    }

    /** Whether people of other organisations may be there; so it is taken to be when Slack cannot say. */
    boolean mayHoldOthers(Place place) {
        try {
            return messenger.reach(place.channel()).shared();
        } catch (MessengerException failure) {
            LOG.warn("Slack does not say who reads {}: {}", place.channel(), failure.kind());
            return true;
        }
    }
}
