package dev.signalman.feature.subscriptions;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.Messenger.Reach;
import dev.signalman.chat.MessengerException;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether news may be shown in a channel. One that is paused goes on where posting works again; a public one that the bot was in
 * and is not in any more is left. Slack is asked once a minute and channel at most, and where it does not answer, all stays as it is.
 */
final class AnnouncementPermission {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementPermission.class);

    /** What Slack says of a channel is remembered for a minute, so right after a pause it may be what was true before. */
    private static final Duration KNOWN_BETTER = Duration.ofSeconds(90);

    private final PausedChannels paused;
    private final JoinedChannels joined;
    private final Messenger messenger;
    private final InstantSource clock;

    @Inject
    AnnouncementPermission(PausedChannels paused, JoinedChannels joined, Messenger messenger, InstantSource clock) {
        this.paused = paused;
        this.joined = joined;
        this.messenger = messenger;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param open whether news may be shown
     * @param left whether it is to be paused from now on, since the bot left
     * @param remembered what is to be written down with the news; null for nothing
     */
    record Look(boolean open, boolean left, @Nullable RowChange remembered) {}

    /** Looks at a channel now. */
    Look at(String channel) {
        var pausing = paused.of(channel);
        var since = pausing == null ? null : pausing.since();
        if (since != null && !since.isBefore(clock.instant().minus(KNOWN_BETTER))) {
            return new Look(false, false, null);
        }
        var reach = reach(channel);
        if (since != null) {
            var again = reach.filter(each -> each.mayPost() && !left(channel, each));
            return new Look(again.isPresent(), false, again.isPresent() ? paused.resuming(channel) : null);
        }
        if (reach.isPresent() && left(channel, reach.get())) {
            return new Look(false, true, null);
        }
        return new Look(
                true, false, reach.map(each -> remembered(channel, each)).orElse(null));
    }

    /** Has a channel paused that was left. */
    static Wake pause(String channel) {
        return Wake.now(ReconcileKey.Kind.CHANNEL, channel, Place.channel(channel), "not_in_channel");
    }

    /** What subscribing there tells: a bot that is not in it then was not meant to be. */
    @Nullable
    RowChange subscribed(String channel) {
        return reach(channel)
                .map(each -> each.member() ? joined.joining(channel) : joined.forgetting(channel))
                .orElse(null);
    }

    /** Where it may not post, Slack says why when it does: a channel may be archived rather than left. */
    private boolean left(String channel, Reach reach) {
        return reach.mayPost() && !reach.member() && joined.holds(channel);
    }

    private @Nullable RowChange remembered(String channel, Reach reach) {
        return reach.member() && !joined.holds(channel) ? joined.joining(channel) : null;
    }

    private Optional<Reach> reach(String channel) {
        try {
            return Optional.of(messenger.reach(channel));
        } catch (MessengerException silent) {
            LOG.warn("Slack does not say how {} stands: {}", channel, silent.kind());
            return Optional.empty();
        }
    }
}
