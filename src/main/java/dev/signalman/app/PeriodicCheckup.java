package dev.signalman.app;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.checkup.Checkup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks while the bot serves. A problem is logged once, and once more when it is fixed; a rejected token does
 * not end the bot.
 */
final class PeriodicCheckup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicCheckup.class);

    /** Delay, so the checks do not slow the start. */
    private static final Duration AFTER = Duration.ofSeconds(2);

    private static final Duration WHILE_WRONG = Duration.ofMinutes(1);
    private static final Duration WHILE_FINE = Duration.ofMinutes(10);

    private final Checkup checkup;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "watch");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    PeriodicCheckup(Checkup checkup) {
        this.checkup = checkup;
    }

    void start() {
        in(AFTER);
    }

    private void in(Duration wait) {
        var unused = timer.schedule(this::lookAndGoOn, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException broken) {
            LOG.error("The periodic checks failed and are retried", broken);
        }
        if (!timer.isShutdown()) {
            in(told.isEmpty() ? WHILE_FINE : WHILE_WRONG);
        }
    }

    /** Runs the checks once and logs changes. */
    void look() throws InterruptedException {
        var wrongNow = new HashSet<String>();
        for (var checkResult : checkup.look(CheckContext.SERVING)) {
            tell(checkResult, wrongNow);
        }
        told.removeIf(what -> {
            if (wrongNow.contains(what)) {
                return false;
            }
            LOG.info("Fixed: {}", what);
            return true;
        });
    }

    private void tell(CheckResult checkResult, Set<String> wrongNow) {
        // an unknown result does not mean that the problem is fixed
        if (checkResult.state() != State.WRONG
                && !(checkResult.state() == State.UNKNOWN && told.contains(checkResult.what()))) {
            return;
        }
        wrongNow.add(checkResult.what());
        if (told.add(checkResult.what())) {
            LOG.warn("Error: {}: {} (see /semaphore doctor)", checkResult.what(), checkResult.sentences());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
