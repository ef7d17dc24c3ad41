package dev.signalman.app;

import dev.signalman.checkup.Checkup;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Finding.State;
import dev.signalman.checkup.Occasion;
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
 * Looks at the surroundings while the bot serves. What is wrong is logged once, and once more when it is mended; a token that is
 * refused is no reason to end.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** A start has better things to do first. */
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
    Watch(Checkup checkup) {
        this.checkup = checkup;
    }

    /** Begins. */
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
            LOG.error("Looking at the surroundings broke; it is tried again", broken);
        }
        if (!timer.isShutdown()) {
            in(told.isEmpty() ? WHILE_FINE : WHILE_WRONG);
        }
    }

    /** Looks once, and logs what changed. */
    void look() throws InterruptedException {
        var wrongNow = new HashSet<String>();
        for (var finding : checkup.look(Occasion.SERVING)) {
            tell(finding, wrongNow);
        }
        told.removeIf(what -> {
            if (wrongNow.contains(what)) {
                return false;
            }
            LOG.info("No longer wrong: {}", what);
            return true;
        });
    }

    private void tell(Finding finding, Set<String> wrongNow) {
        // what cannot be told just now was perhaps not mended
        if (finding.state() != State.WRONG && !(finding.state() == State.UNKNOWN && told.contains(finding.what()))) {
            return;
        }
        wrongNow.add(finding.what());
        if (told.add(finding.what())) {
            LOG.warn("Wrong: {}: {} (/semaphore doctor tells more)", finding.what(), finding.sentences());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
