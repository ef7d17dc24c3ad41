package dev.signalman.feature.subscriptions;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineEnding;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the channels whose subscriptions match a pipeline now. */
final class InterestedChannels {
    private final Subscriptions subscriptions;
    private final PipelineEndingDetector endings;

    @Inject
    InterestedChannels(Subscriptions subscriptions, PipelineEndingDetector endings) {
        this.subscriptions = subscriptions;
        this.endings = endings;
    }

    /**
     * How a channel shows a pipeline; several subscriptions are combined.
     *
     * @param live whether to show it from its start, and update it until it ends
     * @param threads whether to post in the thread of the workflow's first message
     * @param mention whether to mention the person who broke it
     */
    record Showing(boolean live, boolean threads, boolean mention) {
        private Showing and(Showing other) {
            return new Showing(live || other.live, threads || other.threads, mention || other.mention);
        }
    }

    /** By channel id; empty if no channel wants to see it. */
    Map<String, Showing> of(Pipeline pipeline) {
        var concerned = subscriptions.ofProject(pipeline.projectId()).stream()
                .filter(each -> each.wanted().concerns(pipeline))
                .toList();
        var ended = endings.of(pipeline, concerned.stream().anyMatch(InterestedChannels::asksForTurns));
        var showings = new LinkedHashMap<String, Showing>();
        for (var each : concerned) {
            if (each.wanted().wants(pipeline, ended)) {
                showings.merge(
                        each.channel(),
                        new Showing(
                                each.wanted().live(),
                                each.wanted().threads(),
                                each.wanted().mention()),
                        Showing::and);
            }
        }
        return showings;
    }

    private static boolean asksForTurns(Subscription subscription) {
        return List.of(PipelineEnding.BROKEN, PipelineEnding.FIXED).stream()
                .anyMatch(subscription.wanted().endings()::contains);
    }
}
