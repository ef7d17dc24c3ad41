package dev.signalman.simulator;

import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.SimulatedJobState;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs the first command of jobs that ask at a gate, with the job's real token: asks again after each 503 and each call
 * without an answer, passes after a 200, and fails after anything else. The line itself is run by a shell in a test of
 * docs/gate.md.
 */
public final class GateJobRunner implements AutoCloseable {
    private static final String COMMAND = "(until curl -sS --fail-with-body --retry 9999 --retry-delay 5 --max-time 90"
            + " -H \"Authorization: Bearer $SEMAPHORE_OIDC_TOKEN\" %s; do case $? in 2|22) exit 1;; esac; sleep 5; done)";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
    private static final int LOOK_EVERY_MILLIS = 200;
    private static final int OK = 200;
    private static final int TRY_LATER = 503;
    private static final int REFUSED = 1;
    private static final int LINES_KEPT = 50;

    private final SimulatedSemaphore semaphore;
    private final URI gate;
    private final String issuer;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1, task -> {
        var thread = new Thread(task, "gate-jobs");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to run such jobs.
     *
     * @param gate where they ask
     * @param issuer the organization's URL
     */
    public GateJobRunner(SimulatedSemaphore semaphore, URI gate, String issuer) {
        this.semaphore = semaphore;
        this.gate = gate;
        this.issuer = issuer;
        var unused = threads.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The command of a job that asks at {@code address}. */
    public static String command(String address) {
        return COMMAND.formatted(address);
    }

    private List<SimulatedJob> running() {
        return semaphore.reading((all, now) -> all.pipelines().stream()
                .filter(pipeline -> pipeline.state(now) == SimulatedPipelineState.RUNNING)
                .flatMap(pipeline -> pipeline.jobs(now).stream())
                .filter(job -> job.times().state(now) == SimulatedJobState.RUNNING)
                .filter(job -> job.times().plan().asksAtAGate())
                .toList());
    }

    private boolean runs(SimulatedJob job) {
        return running().stream().anyMatch(each -> each.id().equals(job.id()));
    }

    private void look() {
        for (var job : running()) {
            if (asking.add(job.id())) {
                ask(job, new ArrayList<>());
            }
        }
    }

    private void ask(SimulatedJob job, List<String> log) {
        var token = semaphore.reading((all, now) -> all.jobTokens().of(job, issuer, now, Map.of()));
        var request = HttpRequest.newBuilder(gate)
                .header("Authorization", "Bearer " + token)
                .timeout(LONGEST_CALL)
                .build();
        var unused = client.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
            if (failure != null) {
                again(job, log, "curl: " + reason(failure));
            } else if (response.statusCode() == TRY_LATER) {
                again(job, log, response.body().strip());
            } else {
                log.add(response.body().strip());
                end(job, response.statusCode() == OK ? 0 : REFUSED, log);
            }
        });
    }

    private static String reason(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof IOException ? "connection lost" : String.valueOf(cause.getMessage());
    }

    private void again(SimulatedJob job, List<String> log, String line) {
        if (log.isEmpty() || !log.get(log.size() - 1).equals(line)) {
            log.add(line);
        }
        if (log.size() > LINES_KEPT) {
            log.remove(0);
        }
        if (runs(job) && !threads.isShutdown()) {
            var unused = threads.schedule(() -> ask(job, log), LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            asking.remove(job.id());
        }
    }

    private void end(SimulatedJob job, int exitCode, List<String> log) {
        if (runs(job)) {
            semaphore.endJob(
                    job.pipeline().id(),
                    job.block(),
                    job.times().plan().name(),
                    exitCode,
                    String.join("\n", log) + "\n");
        }
        asking.remove(job.id());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
