package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.semaphore.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;

/** The page's view of the CI: projects, newest pipelines, agents. */
final class CiView {
    private static final int MOST_PIPELINES = 8;

    private final DemoEnvironment demo;

    CiView(DemoEnvironment demo) {
        this.demo = demo;
    }

    ObjectNode read() {
        return demo.semaphore().reading((organization, now) -> new Reader(organization, now, true).all());
    }

    /** The view without running times, to detect changes. */
    String outline() {
        return demo.semaphore()
                .reading((organization, now) -> PageJson.written(new Reader(organization, now, false).all()));
    }

    private static final class Reader {
        private final Organization organization;
        private final PipelineView pipelines;

        Reader(Organization organization, Instant now, boolean clocked) {
            this.organization = organization;
            this.pipelines = new PipelineView(organization, now, clocked);
        }

        ObjectNode all() {
            var sheet = PageJson.object();
            var projects = sheet.putArray("projects");
            var newestFirst = new ArrayList<>(organization.pipelines());
            Collections.reverse(newestFirst);
            for (var project : organization.projects()) {
                var shown = projects.addObject().put("id", project.id()).put("name", project.name());
                var list = shown.putArray("pipelines");
                newestFirst.stream()
                        .filter(each -> each.workflow().project() == project)
                        .limit(MOST_PIPELINES)
                        .map(pipelines::of)
                        .forEach(list::add);
            }
            var agents = sheet.putArray("agents");
            organization
                    .agentTypes()
                    .all()
                    .forEach(each -> agents.addObject()
                            .put("type", each.name())
                            .put("idle", each.idle())
                            .put("busy", each.busy()));
            return sheet;
        }
    }
}
