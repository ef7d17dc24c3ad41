package dev.signalman.playground.stage;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SlackFault;
import java.util.List;

/** Faults of the demo that last until they are turned off. */
public final class DemoFaults {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final List<String> TALK =
            List.of("chat.postMessage", "chat.update", "chat.postEphemeral", "response_url");

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private boolean slackLimits;
    private boolean semaphoreDown;
    private long changes;

    public DemoFaults(SimulatedSlack slack, SimulatedSemaphore semaphore) {
        this.slack = slack;
        this.semaphore = semaphore;
    }

    /** Makes Slack answer every message with 429, or ends that. */
    public synchronized void slackLimits(boolean on) {
        slack.faults().none();
        if (on) {
            TALK.forEach(method -> slack.faults().always(method, new SlackFault.RateLimited(RETRY_AFTER_SECONDS)));
        }
        slackLimits = on;
        changes++;
    }

    /** Makes Semaphore answer everything with 503, or ends that. */
    public synchronized void semaphoreDown(boolean on) {
        semaphore.heal();
        if (on) {
            semaphore.fault(dev.signalman.simulator.semaphore.http.SemaphoreFault.everywhere()
                    .unavailable());
        }
        semaphoreDown = on;
        changes++;
    }

    /** Makes Semaphore's notifications get lost, or ends that. */
    public synchronized void webhooksLost(boolean on) {
        semaphore.notifications().lose(on);
        changes++;
    }

    public boolean webhooksLost() {
        return semaphore.notifications().losing();
    }

    public synchronized boolean slackLimits() {
        return slackLimits;
    }

    public synchronized boolean semaphoreDown() {
        return semaphoreDown;
    }

    /** Number of changes. */
    public synchronized long changes() {
        return changes;
    }
}
