package dev.signalman.feature.subscriptions;

import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.feature.subscriptions.InterestedChannels.Showing;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.port.PipelineCardLocations;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Announces a pipeline in the channels that want it, and updates its existing cards. */
final class Announcement {
    private final InterestedChannels interested;
    private final AnnouncementStore announced;
    private final AnnouncementPermission permission;
    private final BurstStore bursts;
    private final PipelineCardFactory cards;
    private final PipelineCardLocations standing;

    @Inject
    Announcement(
            InterestedChannels interested,
            AnnouncementStore announced,
            AnnouncementPermission permission,
            BurstStore bursts,
            PipelineCardFactory cards,
            PipelineCardLocations standing) {
        this.interested = interested;
        this.announced = announced;
        this.permission = permission;
        this.bursts = bursts;
        this.cards = cards;
        this.standing = standing;
    }

    /**
     * The outcome that announces a pipeline.
     *
     * @param author the email address of the author that a notification named; null if unknown
     */
    Outcome of(Pipeline pipeline, @Nullable String author, Place place) {
        var rows = new ArrayList<RowChange>();
        var left = new ArrayList<String>();
        var showings = open(pipeline.id(), interested.of(pipeline), rows, left);
        var wanted = !showings.isEmpty() || standing.any(pipeline.id());
        var outcome = wanted ? shown(pipeline, showings, rows) : Outcome.nothing();
        if (wanted && pipeline.failed()) {
            outcome = outcome.then(FollowUp.now(triage(pipeline, author, showings), place));
        }
        for (var channel : left) {
            outcome = outcome.waking(AnnouncementPermission.pause(channel));
        }
        var parent = pipeline.promotionOf();
        if (parent == null) {
            return outcome;
        }
        if ((wanted && pipeline.failed()) || pipeline.passed()) {
            outcome = outcome.waking(Wake.now(ReconcileKey.Kind.LAST_GOOD, pipeline.id(), Place.NOWHERE));
        }
        return standing.any(parent) ? outcome.waking(Wake.cards(parent)) : outcome;
    }

    private static Triage triage(Pipeline pipeline, @Nullable String author, Map<String, Showing> showings) {
        var told = showings.entrySet().stream()
                .filter(each -> each.getValue().mention())
                .map(Map.Entry::getKey)
                .toList();
        return new Triage(pipeline.id(), author, told, 0);
    }

    private Outcome shown(Pipeline pipeline, Map<String, Showing> showings, List<RowChange> rows) {
        var card = cards.of(pipeline);
        var deliveries = new ArrayList<Delivery>();
        var wakes = new ArrayList<Wake>();
        showings.forEach((channel, showing) -> {
            var parent = showing.threads() ? parent(channel, pipeline) : null;
            rows.add(announced.announcing(channel, pipeline));
            var at = new Delivery.PipelineAt(Place.channel(channel), pipeline.id(), parent, card);
            if (parent != null && hasCard(channel, parent)) {
                deliveries.add(at);
                return;
            }
            var burst = parent == null ? null : bursts.of(channel, parent);
            if (burst != null) {
                deliveries.add(at.inThreadOf(burst));
                return;
            }
            var carded = pipeline.failed() || hasCard(channel, pipeline.id());
            rows.add(bursts.adding(channel, pipeline, carded));
            wakes.add(BurstReconciler.of(channel, pipeline));
            deliveries.add(carded ? at : at.unless(bursts.holdsBack(channel, pipeline.id())));
        });
        deliveries.add(new Delivery.PipelineEverywhere(pipeline.id(), card));
        var outcome = Outcome.deliver(deliveries.toArray(Delivery[]::new));
        for (var wake : wakes) {
            outcome = outcome.waking(wake);
        }
        for (var row : rows) {
            outcome = outcome.with(row);
        }
        return outcome;
    }

    private boolean hasCard(String channel, String pipelineId) {
        return standing.channels(pipelineId).contains(channel);
    }

    private @Nullable String parent(String channel, Pipeline pipeline) {
        var first = announced.first(channel, pipeline.workflowId());
        if (first != null) {
            return first.equals(pipeline.id()) ? null : first;
        }
        return pipeline.parentId();
    }

    /**
     * Leaves out channels that had the pipeline in a summary, are paused, or that the bot left. Adds row changes to
     * {@code rows}, and channels that the bot left to {@code left}.
     */
    private Map<String, Showing> open(
            String pipelineId, Map<String, Showing> showings, List<RowChange> rows, List<String> left) {
        var open = new LinkedHashMap<String, Showing>();
        var summedUp = announced.summedUpIn(pipelineId);
        showings.forEach((channel, showing) -> {
            if (summedUp.contains(channel)) {
                return;
            }
            var look = permission.at(channel);
            if (look.open()) {
                open.put(channel, showing);
            } else if (look.left()) {
                left.add(channel);
            }
            if (look.remembered() != null) {
                rows.add(look.remembered());
            }
        });
        return open;
    }
}
