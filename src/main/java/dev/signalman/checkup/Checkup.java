package dev.signalman.checkup;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all checks in parallel. A check that breaks or takes too long becomes a result and delays no other. */
public final class Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Check> checks;
    private final Duration patience;

    @Inject
    public Checkup(Set<Check> checks) {
        this(checks, PATIENCE);
    }

    Checkup(Set<Check> checks, Duration patience) {
        this.checks = List.copyOf(checks);
        this.patience = patience;
    }

    /** Runs the checks and returns all results in the order of the checks. */
    public List<CheckResult> look(CheckContext checkContext) throws InterruptedException {
        if (checks.isEmpty()) {
            return List.of();
        }
        var threads = Executors.newFixedThreadPool(checks.size(), task -> {
            var thread = new Thread(task, "checkup");
            thread.setDaemon(true); // a check that hangs must not keep the process from ending
            return thread;
        });
        try {
            long until = System.nanoTime() + patience.toNanos();
            var running = new ArrayList<Future<List<CheckResult>>>();
            checks.forEach(check -> running.add(threads.submit(() -> check.look(checkContext))));
            var checkResults = new ArrayList<CheckResult>();
            for (int index = 0; index < checks.size(); index++) {
                checkResults.addAll(await(checks.get(index), running.get(index), until));
            }
            return List.copyOf(checkResults);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<CheckResult> await(Check check, Future<List<CheckResult>> running, long until)
            throws InterruptedException {
        try {
            return running.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException late) {
            return List.of(CheckResult.unknown(
                    check.about(),
                    "No result within " + patience.toSeconds() + " seconds.",
                    "Run doctor again in a few minutes."));
        } catch (ExecutionException broken) {
            LOG.error(
                    "The check of {} failed; please report it with the stack trace", check.about(), broken.getCause());
            return List.of(CheckResult.unknown(
                    check.about(),
                    "This check itself failed ("
                            + String.valueOf(broken.getCause()).split("[:\\s]", 2)[0] + ").",
                    "That is a bug in Signalman, not in your setup. See the log."));
        }
    }
}
