package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.BlockTimes;
import dev.signalman.simulator.semaphore.JobTimes;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.PromotionEvent;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page's view of a pipeline. */
final class PipelineView {
    private static final int SHORT_COMMIT = 7;

    private final Organization organization;
    private final Instant now;
    private final boolean clocked;

    /**
     * For pipelines at {@code now}.
     *
     * @param clocked whether to include running times
     */
    PipelineView(Organization organization, Instant now, boolean clocked) {
        this.organization = organization;
        this.now = now;
        this.clocked = clocked;
    }

    ObjectNode of(SimulatedPipeline pipeline) {
        var workflow = pipeline.workflow();
        var timeline = pipeline.timeline();
        var began = Objects.requireNonNullElse(timeline.runningAt(), timeline.createdAt());
        var sheet = PageJson.object()
                .put("id", pipeline.id())
                .put("name", pipeline.plan().name())
                .put("file", pipeline.plan().file())
                .put("workflow", workflow.id())
                .put("branch", spoken(pipeline))
                .put("ref", workflow.branchName())
                .put("commit", workflow.commit().sha().substring(0, SHORT_COMMIT))
                .put("message", workflow.commit().message())
                .put("author", workflow.requester().login())
                .put("state", state(pipeline))
                .put("startedAt", began.toString());
        clock(sheet, began, timeline.doneAt());
        var origin = pipeline.origin();
        var promoted =
                origin.partialRerunOf().isEmpty() && !origin.promotionOf().isEmpty();
        sheet.put("promotedFrom", promoted ? origin.promotionOf() : null);
        sheet.put("promotedAs", promoted ? origin.promotion() : null);
        sheet.put("rebuildOf", orNull(origin.partialRerunOf()));
        var blocks = sheet.putArray("blocks");
        timeline.blocks().forEach(block -> blocks.add(block(block)));
        var promotions = sheet.putArray("promotions");
        organization.promotions().stream()
                .filter(each -> each.pipeline() == pipeline)
                .forEach(each -> promotions.add(promotion(each)));
        var promotable = sheet.putArray("promotable");
        pipeline.plan().promotions().forEach(each -> promotable.add(promotable(each)));
        return sheet;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void clock(ObjectNode sheet, Instant began, Instant ends) {
        if (clocked) {
            var until = ends.isBefore(now) ? ends : now;
            sheet.put("seconds", Math.max(0, Duration.between(began, until).toSeconds()));
        }
    }

    private String state(SimulatedPipeline pipeline) {
        return switch (pipeline.state(now)) {
            case INITIALIZING, PENDING, QUEUING -> "queued";
            case RUNNING -> "running";
            case STOPPING -> "stopping";
            case DONE -> word(pipeline.timeline().result());
        };
    }

    private ObjectNode block(BlockTimes block) {
        var sheet = PageJson.object().put("name", block.name()).put("state", state(block));
        var jobs = sheet.putArray("jobs");
        block.jobs().forEach(job -> jobs.add(job(job, block.hasStarted(now))));
        return sheet;
    }

    private String state(BlockTimes block) {
        return switch (block.state(now)) {
            case INITIALIZING, WAITING -> "waiting";
            case RUNNING, STOPPING -> "running";
            case DONE -> word(block.result());
        };
    }

    private ObjectNode job(JobTimes job, boolean exists) {
        var sheet = PageJson.object().put("name", job.plan().name());
        sheet.put("state", exists ? state(job) : "waiting");
        var began = Objects.requireNonNullElse(job.startedAt(), job.createdAt());
        if (exists && !began.isAfter(now)) {
            clock(sheet, began, job.finishedAt());
        }
        return sheet;
    }

    private String state(JobTimes job) {
        return switch (job.state(now)) {
            case ENQUEUED -> "queued";
            case RUNNING -> "running";
            case STOPPING -> "stopping";
            case FINISHED -> word(job.outcome());
        };
    }

    private ObjectNode promotion(PromotionEvent event) {
        var by = organization.userById(event.triggeredBy()).map(each -> each.login());
        var deploy = event.scheduledPipelineId() == null
                ? null
                : organization.pipeline(event.scheduledPipelineId()).orElse(null);
        return PageJson.object()
                .put("name", event.plan().name())
                .put("state", !event.isSettled(now) ? "pending" : event.fails() ? "failed" : "passed")
                .put("pipeline", event.scheduledPipelineId())
                .put("deploy", deploy == null ? null : state(deploy))
                .put("by", by.orElse("Semaphore"));
    }

    private static ObjectNode promotable(PromotionPlan plan) {
        var sheet = PageJson.object().put("name", plan.name());
        ArrayNode parameters = sheet.putArray("parameters");
        for (var parameter : plan.parameters()) {
            var shown = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("required", parameter.mandatory())
                    .put("default", parameter.defaultValue())
                    .put("description", parameter.description());
            var options = shown.putArray("options");
            parameter.options().forEach(options::add);
        }
        return sheet;
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Where a reference leads to, as people say it. */
    static String spoken(SimulatedPipeline pipeline) {
        var name = pipeline.workflow().branchName();
        if (name.startsWith("refs/tags/")) {
            return "tag " + pipeline.workflow().label();
        }
        return name.startsWith("pull-request-")
                ? "pull request " + pipeline.workflow().label()
                : name;
    }
}
