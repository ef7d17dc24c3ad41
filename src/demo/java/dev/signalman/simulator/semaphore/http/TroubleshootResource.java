package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.SimulatedJobState;
import dev.signalman.simulator.semaphore.Timeline;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /troubleshoot/job/ID}: what Semaphore knows of a job, with the reason for which it never started. */
final class TroubleshootResource implements ApiResource {
    private final Organization organization;

    TroubleshootResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (!call.is("GET", 3) || !call.path().get(1).equals("job")) {
            return SemaphoreResponses.oops();
        }
        var id = call.path().get(2);
        if (!SeededIds.isUuid(id)) {
            return SemaphoreResponses.string(400, "Job id " + id + " is invalid");
        }
        var job = organization.job(id);
        if (job.isEmpty()) {
            return SemaphoreResponses.string(404, "Job " + id + " not found");
        }
        if (!call.may(Permission.VIEW, job.get().pipeline().workflow().project())) {
            return SemaphoreResponses.permissionDenied();
        }
        return SemaphoreResponses.value(200, wire(job.get(), call.now()));
    }

    private static ObjectNode wire(SimulatedJob job, Instant now) {
        var times = job.times();
        var state = times.state(now);
        var wire = SemaphoreResponses.object();
        wire.putObject("project").put("id", job.pipeline().workflow().project().id());
        wire.putObject("workflow").put("wf_id", job.pipeline().workflow().id());
        wire.putObject("pipeline").put("ppl_id", job.pipeline().id());
        wire.putObject("block").put("name", job.block());
        wire.putObject("job")
                .put("id", job.id())
                .put("name", times.plan().name())
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put(
                        "failure_reason",
                        state == SimulatedJobState.FINISHED
                                ? Objects.requireNonNullElse(times.plan().neverStarts(), "")
                                : "")
                .put("is_self_hosted", times.plan().selfHosted())
                .put("agent_name", "")
                .put("created_at", time(times.createdAt(), now))
                .put("started_at", time(times.startedAt(), now))
                .put("finished_at", time(times.finishedAt(), now));
        return wire;
    }

    /** As described pipelines have them; empty before. */
    private static String time(@Nullable Instant moment, Instant now) {
        return moment != null && Timeline.reached(moment, now)
                ? moment.toString().replace('T', ' ')
                : "";
    }
}
