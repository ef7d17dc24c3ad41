package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.SimulatedResult;
import dev.signalman.simulator.semaphore.Timeline;
import dev.signalman.web.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /logs}: events of cloud jobs; own agents keep theirs on another host. */
final class LogsResource implements ApiResource {
    private final Organization organization;
    private final LogHost host;

    LogsResource(Organization organization, LogHost host) {
        this.organization = organization;
        this.host = host;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (!call.is("GET", 2)) {
            return SemaphoreResponses.oops();
        }
        var id = call.path().get(1);
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
        if (job.get().times().plan().selfHosted()) {
            return Reply.bare(302, "").with("location", host.address(call.http(), job.get()));
        }
        var reason = reasonForNone(job.get(), call.now());
        if (reason != null) {
            return SemaphoreResponses.string(404, reason);
        }
        var answer = SemaphoreResponses.object();
        answer.set(
                "events",
                LogEvents.of(
                        job.get().times(), call.now(), organization.settings().logSize()));
        return SemaphoreResponses.typed(200, answer);
    }

    static @Nullable String reasonForNone(SimulatedJob job, Instant now) {
        var times = job.times();
        if (Timeline.reached(times.startedAt(), now)) {
            return null;
        }
        if (!Timeline.reached(times.finishedAt(), now)) {
            return "Log not found neither in the archive nor in the virtual machine";
        }
        if (times.outcome() == SimulatedResult.STOPPED) {
            return "This job was stopped before it started, so no logs were produced.";
        }
        var stated = times.plan().neverStarts();
        return stated == null || stated.isEmpty() ? "This job never started, so no logs were produced." : stated;
    }
}
