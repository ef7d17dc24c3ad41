package dev.signalman.feature.subscriptions;

import dev.signalman.command.Refresh;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Portraits;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.StandingCards;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.feature.subscriptions.Audience.Showing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown of a pipeline, and where: in channels that want it, and wherever its card stands already. */
final class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    /** What Slack says of a channel is remembered for a minute, so right after a pause it may be what was true before. */
    private static final Duration KNOWN_BETTER = Duration.ofSeconds(90);

    private final Audience audience;
    private final Announced announced;
    private final PausedChannels paused;
    private final Messenger messenger;
    private final Portraits portraits;
    private final StandingCards standing;
    private final InstantSource clock;

    @Inject
    Announcement(
            Audience audience,
            Announced announced,
            PausedChannels paused,
            Messenger messenger,
            Portraits portraits,
            StandingCards standing,
            InstantSource clock) {
        this.audience = audience;
        this.announced = announced;
        this.paused = paused;
        this.messenger = messenger;
        this.portraits = portraits;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * What follows from a pipeline that was read.
     *
     * @param author the address of whom a notification named; null where none is known
     */
    Outcome of(Pipeline pipeline, @Nullable String author, Place place) {
        var rows = new ArrayList<Row>();
        var showings = open(pipeline.id(), audience.of(pipeline), rows);
        var wanted = !showings.isEmpty() || standing.any(pipeline.id());
        var outcome = wanted ? shown(pipeline, showings, rows) : Outcome.nothing();
        if (wanted && pipeline.failed()) {
            outcome = outcome.then(FollowUp.now(triage(pipeline, author, showings), place));
        }
        var parent = pipeline.promotionOf();
        return parent != null && standing.any(parent)
                ? outcome.then(FollowUp.now(new Refresh(parent), place))
                : outcome;
    }

    private static Triage triage(Pipeline pipeline, @Nullable String author, Map<String, Showing> showings) {
        var told = showings.entrySet().stream()
                .filter(each -> each.getValue().mention())
                .map(Map.Entry::getKey)
                .toList();
        return new Triage(pipeline.id(), author, told, 0);
    }

    private Outcome shown(Pipeline pipeline, Map<String, Showing> showings, List<Row> rows) {
        var card = portraits.of(pipeline);
        var deliveries = new ArrayList<Delivery>();
        showings.forEach((channel, showing) -> {
            var parent = showing.threads() ? parent(channel, pipeline) : null;
            deliveries.add(new Delivery.PipelineAt(Place.channel(channel), pipeline.id(), parent, card));
            rows.add(announced.announcing(channel, pipeline));
        });
        deliveries.add(new Delivery.PipelineEverywhere(pipeline.id(), card));
        var outcome = Outcome.deliver(deliveries.toArray(Delivery[]::new));
        for (var row : rows) {
            outcome = outcome.with(row);
        }
        return outcome;
    }

    private @Nullable String parent(String channel, Pipeline pipeline) {
        var first = announced.first(channel, pipeline.workflowId());
        if (first != null) {
            return first.equals(pipeline.id()) ? null : first;
        }
        return pipeline.promotionOf() != null ? pipeline.promotionOf() : pipeline.rebuildOf();
    }

    /** Without the channels that heard of it in a summary or are paused; a paused one where posting works again goes on. */
    private Map<String, Showing> open(String pipelineId, Map<String, Showing> showings, List<Row> rows) {
        var open = new LinkedHashMap<String, Showing>();
        var summedUp = announced.summedUpIn(pipelineId);
        showings.forEach((channel, showing) -> {
            if (summedUp.contains(channel)) {
                return;
            }
            var pausing = paused.of(channel);
            var since = pausing == null ? null : pausing.since();
            if (since == null) {
                open.put(channel, showing);
            } else if (since.isBefore(clock.instant().minus(KNOWN_BETTER)) && mayPost(channel)) {
                open.put(channel, showing);
                rows.add(paused.resuming(channel));
            }
        });
        return open;
    }

    private boolean mayPost(String channel) {
        try {
            return messenger.reach(channel).mayPost();
        } catch (MessengerException silent) {
            LOG.warn("Slack does not say whether {} is open again: {}", channel, silent.kind());
            return false;
        }
    }
}
