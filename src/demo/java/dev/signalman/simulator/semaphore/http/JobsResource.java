package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.SimulatedJobState;
import dev.signalman.web.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /jobs}, behind another gateway with its own content type and errors. */
final class JobsResource implements ApiResource {
    private static final int NOT_FOUND = 5;
    private static final int INVALID_ARGUMENT = 3;
    private static final int FAILED_PRECONDITION = 9;
    private static final int MOST = 30;

    private final Organization organization;

    JobsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return found(call)
                    .map(each -> SemaphoreResponses.typed(200, wire(call, each)))
                    .orElseGet(() -> missing(call));
        }
        if (call.is("POST", 3, "stop")) {
            return found(call).map(each -> stop(call, each)).orElseGet(() -> missing(call));
        }
        return SemaphoreResponses.grpc(404, NOT_FOUND, "Not Found");
    }

    private Optional<SimulatedJob> found(AuthenticatedCall call) {
        return organization
                .job(call.path().get(1))
                .filter(each ->
                        call.may(Permission.VIEW, each.pipeline().workflow().project()));
    }

    private static Reply missing(AuthenticatedCall call) {
        var id = call.path().get(1);
        return SeededIds.isUuid(id)
                ? SemaphoreResponses.grpc(404, NOT_FOUND, "Job " + id + " not found")
                : SemaphoreResponses.grpc(400, INVALID_ARGUMENT, "Job id " + id + " is invalid");
    }

    private static Reply stop(AuthenticatedCall call, SimulatedJob job) {
        job.pipeline().stopJob(job, call.now());
        return SemaphoreResponses.typed(200, SemaphoreResponses.object());
    }

    /** Without {@code states} the list is empty. */
    private Reply list(AuthenticatedCall call) {
        var states = new HashSet<>(call.http().queryParameters().getOrDefault("states", List.of()));
        for (var state : states) {
            if (!Set.of("PENDING", "QUEUED", "RUNNING", "FINISHED").contains(state)) {
                return SemaphoreResponses.grpc(
                        400, INVALID_ARGUMENT, "parsing list \"states\": " + state + " is not a valid State");
            }
        }
        var size = number(call, "page_size", MOST);
        var from = number(call, "page_token", 0);
        if (size < 0 || from < 0) {
            return SemaphoreResponses.grpc(400, INVALID_ARGUMENT, "parsing field: invalid syntax");
        }
        if (size > MOST) {
            return SemaphoreResponses.grpc(400, FAILED_PRECONDITION, "Page size can't exceed " + MOST);
        }
        var all = ListFilters.newestFirst(organization.pipelines().stream()
                .filter(each -> call.may(Permission.VIEW, each.workflow().project()))
                .flatMap(each -> each.jobs(call.now()).stream())
                .filter(each -> states.contains(state(call, each))));
        int start = Math.min(from, all.size());
        int end = Math.min(start + (size == 0 ? MOST : size), all.size());
        var answer = SemaphoreResponses.object();
        var jobs = answer.putArray("jobs");
        all.subList(start, end).forEach(each -> jobs.add(wire(call, each)));
        answer.put("next_page_token", end < all.size() ? Integer.toString(end) : "");
        return SemaphoreResponses.typed(200, answer);
    }

    private static int number(AuthenticatedCall call, String name, int otherwise) {
        var text = call.parameters().text(name);
        return text.isEmpty() ? otherwise : text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static String state(AuthenticatedCall call, SimulatedJob job) {
        return switch (job.times().state(call.now())) {
            case ENQUEUED -> "QUEUED";
            case RUNNING, STOPPING -> "RUNNING";
            case FINISHED -> "FINISHED";
        };
    }

    private static ObjectNode wire(AuthenticatedCall call, SimulatedJob job) {
        return JobJson.job(
                job, state(call, job), job.times().state(call.now()) == SimulatedJobState.FINISHED, call.now());
    }
}
