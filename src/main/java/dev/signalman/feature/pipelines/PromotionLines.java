package dev.signalman.feature.pipelines;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what was promoted from a pipeline: the newest deploy of each promotion, in one line each. */
final class PromotionLines {
    private static final int MOST = 5;

    private final Semaphore semaphore;
    private final SemaphoreLinks links;
    private final PipelineStartNotes startNotes;
    private final DownstreamPipelines downstream;

    @Inject
    PromotionLines(
            Semaphore semaphore, SemaphoreLinks links, PipelineStartNotes startNotes, DownstreamPipelines downstream) {
        this.semaphore = semaphore;
        this.links = links;
        this.startNotes = startNotes;
        this.downstream = downstream;
    }

    /** How far a deploy is. */
    enum Stage {
        /** On its way. */
        MOVING,
        /** Passed. */
        LIVE,
        /** Ended otherwise. */
        ENDED
    }

    /**
     * The newest deploy of a promotion.
     *
     * @param pipeline null until Semaphore has started it
     */
    record Deploy(String promotion, Stage stage, @Nullable Pipeline pipeline, Text line) {}

    List<Deploy> of(Pipeline parent) {
        if (parent.switchId().isEmpty()) {
            return List.of(); // else Semaphore fails (docs/semaphore.md, "Promotions")
        }
        if (!parent.done() && promoted(parent).findAny().isEmpty()) {
            return List.of(); // promotions of a running pipeline are rare, and this saves a call
        }
        Map<String, Promotion> newest = new LinkedHashMap<>();
        for (var promotion :
                semaphore.promotions().list(parent.id(), null, null).items()) {
            newest.putIfAbsent(promotion.name(), promotion);
        }
        return newest.values().stream().limit(MOST).map(this::deploy).toList();
    }

    private Stream<DownstreamPipelines.Child> promoted(Pipeline parent) {
        return downstream.of(parent.id()).stream().filter(child -> child.kind() == DownstreamPipelines.Kind.PROMOTED);
    }

    private Deploy deploy(Promotion promotion) {
        var line = Text.empty().symbol(Symbol.DEPLOY).bold(promotion.name());
        var pipelineId = promotion.pipelineId();
        if (pipelineId == null) {
            return promotion.status() == Promotion.Status.FAILED
                    ? new Deploy(promotion.name(), Stage.ENDED, null, line.plain(": Semaphore couldn't start it"))
                    : new Deploy(promotion.name(), Stage.MOVING, null, line.plain(": in progress" + by(promotion, "")));
        }
        var deploy = semaphore.pipelines().describe(pipelineId);
        var with = line.plain(": " + state(deploy));
        var done = deploy.times().done();
        var timed = done == null ? with : with.plain(" ").date(done);
        return new Deploy(
                promotion.name(),
                stage(deploy),
                deploy,
                timed.plain(by(promotion, pipelineId) + "  ·  ").link("pipeline", links.pipeline(deploy)));
    }

    private static Stage stage(Pipeline deploy) {
        if (!deploy.done()) {
            return Stage.MOVING;
        }
        return deploy.passed() ? Stage.LIVE : Stage.ENDED;
    }

    private String by(Promotion promotion, String pipelineId) {
        if (promotion.automatic()) {
            return " automatically";
        }
        var note = startNotes.of(pipelineId);
        var name = note.replaceFirst("^.* by ", "");
        return note.isEmpty() || name.equals(note) ? "" : " by " + name;
    }

    private static String state(Pipeline deploy) {
        if (!deploy.done()) {
            return "deploying"; // stays true until the end: the parent's card is not redrawn before
        }
        if (deploy.passed()) {
            return "deployed";
        }
        return deploy.result() == null ? "done" : deploy.result().name().toLowerCase(Locale.ROOT);
    }
}
