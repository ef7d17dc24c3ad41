package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.semaphore.Timeline;
import java.time.Instant;
import java.util.Optional;

/** What a person finds at an address of the simulated Semaphore: a pipeline, a job with its log, or a project. */
final class SemaphorePageView {
    private static final int MOST_PIPELINES = 20;

    private final DemoEnvironment demo;

    SemaphorePageView(DemoEnvironment demo) {
        this.demo = demo;
    }

    /** The thing that {@code job}, {@code project}, or {@code pipeline} and {@code workflow} name. */
    ObjectNode of(PageRequest pageRequest) {
        var job = pageRequest.textIfAny("job");
        var project = pageRequest.textIfAny("project");
        var pipeline = pageRequest.textIfAny("pipeline");
        var workflow = pageRequest.textIfAny("workflow");
        return demo.semaphore().reading((organization, now) -> {
            var reader = new Reader(organization, now);
            return job.flatMap(reader::job)
                    .or(() -> project.flatMap(reader::project))
                    .or(() -> pipeline.flatMap(organization::pipeline).map(reader::pipeline))
                    .or(() -> workflow.flatMap(reader::workflow))
                    .orElseThrow(
                            () -> BadPageRequestException.wrong(
                                    "The simulated Semaphore has nothing at this address. Each demo starts anew, so links of an earlier one lead nowhere."));
        });
    }

    private static final class Reader {
        private final Organization organization;
        private final Instant now;
        private final PipelineView pipelines;

        Reader(Organization organization, Instant now) {
            this.organization = organization;
            this.now = now;
            this.pipelines = new PipelineView(organization, now, true);
        }

        Optional<ObjectNode> job(String id) {
            return organization.job(id).map(found -> {
                var sheet = pipeline(found.pipeline());
                sheet.set("job", job(found));
                return sheet;
            });
        }

        private ObjectNode job(SimulatedJob job) {
            var started = Timeline.reached(job.times().startedAt(), now);
            return PageJson.object()
                    .put("name", job.times().plan().name())
                    .put("block", job.block())
                    .put("log", started ? job.times().log() : "");
        }

        ObjectNode pipeline(SimulatedPipeline pipeline) {
            var sheet = project(pipeline.workflow().project());
            sheet.set("pipeline", pipelines.of(pipeline));
            return sheet;
        }

        /** The first pipeline of a workflow. */
        Optional<ObjectNode> workflow(String id) {
            return organization.pipelines().stream()
                    .filter(each -> each.workflow().id().equals(id))
                    .findFirst()
                    .map(this::pipeline);
        }

        Optional<ObjectNode> project(String name) {
            return organization.projectNamed(name).map(found -> {
                var sheet = project(found);
                var list = sheet.putArray("pipelines");
                var own = organization.pipelines().stream()
                        .filter(each -> each.workflow().project() == found)
                        .toList();
                own.subList(Math.max(0, own.size() - MOST_PIPELINES), own.size())
                        .forEach(each -> list.insert(0, pipelines.of(each)));
                return sheet;
            });
        }

        private static ObjectNode project(SimulatedProject project) {
            return PageJson.object().put("project", project.name());
        }
    }
}
