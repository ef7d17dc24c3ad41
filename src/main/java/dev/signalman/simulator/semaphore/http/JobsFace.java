package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Ids;
import dev.signalman.simulator.semaphore.JobState;
import dev.signalman.simulator.semaphore.Organisation;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.web.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /jobs}: behind another gateway, with content type and errors of its own. */
final class JobsFace implements Face {
    private static final int NOT_FOUND = 5;
    private static final int INVALID_ARGUMENT = 3;
    private static final int FAILED_PRECONDITION = 9;
    private static final int MOST = 30;

    private final Organisation organisation;

    JobsFace(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Reply answer(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return found(call).map(each -> Answers.typed(200, wire(call, each))).orElseGet(() -> missing(call));
        }
        if (call.is("POST", 3, "stop")) {
            return found(call).map(each -> stop(call, each)).orElseGet(() -> missing(call));
        }
        return Answers.grpc(404, NOT_FOUND, "Not Found");
    }

    private Optional<SimulatedJob> found(ApiCall call) {
        return organisation
                .job(call.path().get(1))
                .filter(each ->
                        call.may(Permission.VIEW, each.pipeline().workflow().project()));
    }

    private static Reply missing(ApiCall call) {
        var id = call.path().get(1);
        return Ids.isUuid(id)
                ? Answers.grpc(404, NOT_FOUND, "Job " + id + " not found")
                : Answers.grpc(400, INVALID_ARGUMENT, "Job id " + id + " is invalid");
    }

    private static Reply stop(ApiCall call, SimulatedJob job) {
        job.pipeline().stopJob(job, call.now());
        return Answers.typed(200, Answers.object());
    }

    /** Without {@code states} nothing is listed at all. */
    private Reply list(ApiCall call) {
        var states = new HashSet<>(call.http().queryParameters().getOrDefault("states", List.of()));
        for (var state : states) {
            if (!Set.of("PENDING", "QUEUED", "RUNNING", "FINISHED").contains(state)) {
                return Answers.grpc(
                        400, INVALID_ARGUMENT, "parsing list \"states\": " + state + " is not a valid State");
            }
        }
        var size = number(call, "page_size", MOST);
        var from = number(call, "page_token", 0);
        if (size < 0 || from < 0) {
            return Answers.grpc(400, INVALID_ARGUMENT, "parsing field: invalid syntax");
        }
        if (size > MOST) {
            return Answers.grpc(400, FAILED_PRECONDITION, "Page size can't exceed " + MOST);
        }
        var all = Filters.newestFirst(organisation.pipelines().stream()
                .filter(each -> call.may(Permission.VIEW, each.workflow().project()))
                .flatMap(each -> each.jobs(call.now()).stream())
                .filter(each -> states.contains(state(call, each))));
        int start = Math.min(from, all.size());
        int end = Math.min(start + (size == 0 ? MOST : size), all.size());
        var answer = Answers.object();
        var jobs = answer.putArray("jobs");
        all.subList(start, end).forEach(each -> jobs.add(wire(call, each)));
        answer.put("next_page_token", end < all.size() ? Integer.toString(end) : "");
        return Answers.typed(200, answer);
    }

    private static int number(ApiCall call, String name, int otherwise) {
        var text = call.parameters().text(name);
        return text.isEmpty() ? otherwise : text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static String state(ApiCall call, SimulatedJob job) {
        return switch (job.times().state(call.now())) {
            case ENQUEUED -> "QUEUED";
            case RUNNING, STOPPING -> "RUNNING";
            case FINISHED -> "FINISHED";
        };
    }

    private static ObjectNode wire(ApiCall call, SimulatedJob job) {
        return JobWire.job(job, state(call, job), job.times().state(call.now()) == JobState.FINISHED, call.now());
    }
}
