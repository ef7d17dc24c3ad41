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
 * Decides whether to announce in a channel. Resumes a paused channel once posting works again, and detects a public
 * channel that the bot left. Slack is asked at most once a minute for each channel. If it does not answer, the
 * channel's state stays.
 */
final class AnnouncementPermission {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementPermission.class);

    /** Slack's answer about a channel is cached for a minute, so right after a pause it may be outdated. */
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
     * The decision about a channel.
     *
     * @param open whether to announce
     * @param left whether to pause the channel, since the bot left
     * @param remembered the row change to commit with the announcement; null for none
     */
    record Look(boolean open, boolean left, @Nullable RowChange remembered) {}

    /** Decides about a channel now. */
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

    /** The wake that pauses a channel that the bot left. */
    static Wake pause(String channel) {
        return Wake.now(ReconcileKey.Kind.CHANNEL, channel, Place.channel(channel), "not_in_channel");
    }

    /** The row change for a new subscription. If the bot is no member, its absence is intended, not a departure. */
    @Nullable
    RowChange subscribed(String channel) {
        return reach(channel)
                .map(each -> each.member() ? joined.joining(channel) : joined.forgetting(channel))
                .orElse(null);
    }

    /**
     * Whether the bot left. Where it may not post, the channel may be archived instead; posting then returns Slack's
     * reason.
     */
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
            LOG.warn("Slack didn't say whether builds may be posted in {}: {}", channel, silent.kind());
            return Optional.empty();
        }
    }
}
