package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedDueWork;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.util.Objects;

/** The simulation's state as JSON, for a page that shows it; without tokens. */
public final class StateResource {
    private static final int CALLS = 50;
    private static final int PIPELINES = 30;

    private final Organization organization;
    private final SimulatedDueWork dueWork;
    private final CallLog calls;

    public StateResource(Organization organization, SimulatedDueWork dueWork, CallLog calls) {
        this.organization = organization;
        this.dueWork = dueWork;
        this.calls = calls;
    }

    /** {@code {"now":…,"projects":[{"pipelines":[…]}],"calls":[…]}}, newest first. */
    public Reply answer() {
        synchronized (organization) {
            dueWork.catchUp();
            var now = organization.now();
            var state = SemaphoreResponses.object().put("now", now.toString());
            var projects = state.putArray("projects");
            for (var project : organization.projects()) {
                var shown = projects.addObject().put("id", project.id()).put("name", project.name());
                var pipelines = shown.putArray("pipelines");
                ListFilters.newestFirst(organization.pipelines().stream()
                                .filter(each -> each.workflow().project() == project))
                        .stream()
                        .limit(PIPELINES)
                        .forEach(each -> pipelines.add(pipeline(each, now)));
            }
            var made = state.putArray("calls");
            ListFilters.newestFirst(calls.all().stream()).stream()
                    .limit(CALLS)
                    .forEach(each -> made.addObject()
                            .put("method", each.method())
                            .put("path", each.path())
                            .put("query", each.query())
                            .put("user", each.user())
                            .put("status", each.status())
                            .put("at", each.at().toString()));
            return Reply.json(200, SemaphoreResponses.written(state));
        }
    }

    private ObjectNode pipeline(SimulatedPipeline pipeline, Instant now) {
        var dialect = new DescribeDialect();
        var shown = PipelineJson.pipeline(pipeline, organization.id(), now, dialect);
        shown.put("requester", pipeline.workflow().requester().login());
        shown.put("promotion", pipeline.origin().promotion());
        shown.set("blocks", PipelineJson.blocks(pipeline, now, dialect));
        var promotions = shown.putArray("promotions");
        for (var plan : pipeline.plan().promotions()) {
            var promotion = promotions.addObject().put("name", plan.name()).put("file", plan.pipelineFile());
            var triggered = promotion.putArray("triggered");
            organization.promotions().stream()
                    .filter(each ->
                            each.pipeline() == pipeline && each.plan().name().equals(plan.name()))
                    .forEach(each -> triggered
                            .addObject()
                            .put("by", login(each.triggeredBy()))
                            .put("at", each.triggeredAt().toString())
                            .put("pipeline_id", Objects.requireNonNullElse(each.scheduledPipelineId(), "")));
        }
        return shown;
    }

    private String login(String userId) {
        return organization.userById(userId).map(each -> each.login()).orElse(userId);
    }
}
