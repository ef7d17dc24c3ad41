package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.PromotionEvent;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes deployment targets and deployments; times are ISO texts with six decimals. */
final class TargetJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TargetJson() {}

    static ObjectNode target(SimulatedDeploymentTarget target, Organization organization) {
        var wire = SemaphoreResponses.object()
                .put("id", target.id())
                .put("name", target.name())
                .put("description", "")
                .put("url", "")
                .put("organization_id", organization.id())
                .put("project_id", target.project().id())
                .put("state", target.state())
                .put("state_message", "")
                .put("active", !target.isCordoned())
                .put("created_by", target.createdBy())
                .put("updated_by", target.updatedBy())
                .put("created_at", TIME.format(target.createdAt()))
                .put("updated_at", TIME.format(target.updatedAt()));
        for (int number = 1; number <= 3; number++) {
            wire.put("bookmark_parameter" + number, "");
        }
        var subjects = wire.putArray("subject_rules");
        target.subjects()
                .forEach(each -> subjects.addObject().put("type", each.type()).put("subject_id", each.subjectId()));
        var objects = wire.putArray("object_rules");
        target.objects()
                .forEach(each -> objects.addObject()
                        .put("type", each.type())
                        .put("match_mode", each.matchMode())
                        .put("pattern", each.pattern()));
        var deployments = deployments(target, organization);
        if (deployments.isEmpty()) {
            wire.putNull("last_deployment");
        } else {
            wire.set("last_deployment", deployment(deployments.get(0), target, organization.now()));
        }
        return wire;
    }

    /** Newest first. */
    static List<PromotionEvent> deployments(SimulatedDeploymentTarget target, Organization organization) {
        return ListFilters.newestFirst(organization.promotions().stream()
                .filter(each -> target.name().equals(each.plan().deploymentTarget()))
                .filter(each -> each.pipeline().workflow().project() == target.project()));
    }

    /** STARTED means that the pipeline was scheduled, not that the deploy passed. */
    static ObjectNode deployment(PromotionEvent event, SimulatedDeploymentTarget target, Instant now) {
        var state = event.denial() != null
                ? "FAILED"
                : !event.isSettled(now) ? "PENDING" : event.fails() ? "FAILED" : "STARTED";
        var wire = SemaphoreResponses.object()
                .put("id", event.id())
                .put("target_id", target.id())
                .put("prev_pipeline_id", event.pipeline().id())
                .put("pipeline_id", Objects.requireNonNullElse(event.scheduledPipelineId(), ""))
                .put("triggered_by", event.triggeredBy())
                .put("triggered_at", TIME.format(event.triggeredAt()))
                .put("state", state)
                .put("state_message", Objects.requireNonNullElse(event.denial(), ""))
                .put("switch_id", event.pipeline().switchId())
                .put("target_name", event.plan().name());
        var variables = wire.putArray("env_vars");
        event.variables()
                .forEach(
                        (name, value) -> variables.addObject().put("name", name).put("value", value));
        return wire;
    }
}
