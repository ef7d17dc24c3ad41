package dev.signalman.feature.subscriptions;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineEnding;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The channels that want to see a pipeline now. */
final class InterestedChannels {
    private final Subscriptions subscriptions;
    private final PipelineEndingDetector endings;

    @Inject
    InterestedChannels(Subscriptions subscriptions, PipelineEndingDetector endings) {
        this.subscriptions = subscriptions;
        this.endings = endings;
    }

    /**
     * How a channel wants it; of several subscriptions the one that asks for more.
     *
     * @param live from its start, and kept up to date until it is done
     * @param threads in the thread of its workflow's first message
     * @param mention whoever broke it is to be told by a mention
     */
    record Showing(boolean live, boolean threads, boolean mention) {
        private Showing and(Showing other) {
            return new Showing(live || other.live, threads || other.threads, mention || other.mention);
        }
    }

    /** By their ids; empty when nobody wants to see it. */
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
