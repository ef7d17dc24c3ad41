package dev.signalman.playground.stage;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SlackFault;
import java.util.List;

/** What goes wrong on the stage until it is switched off again. */
public final class DemoFaults {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final List<String> TALK =
            List.of("chat.postMessage", "chat.update", "chat.postEphemeral", "response_url");

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private boolean slackLimits;
    private boolean semaphoreDown;
    private long changes;

    /** All is well. */
    public DemoFaults(SimulatedSlack slack, SimulatedSemaphore semaphore) {
        this.slack = slack;
        this.semaphore = semaphore;
    }

    /** Slack answers whatever is said with 429, or does what it should. */
    public synchronized void slackLimits(boolean on) {
        slack.faults().none();
        if (on) {
            TALK.forEach(method -> slack.faults().always(method, new SlackFault.RateLimited(RETRY_AFTER_SECONDS)));
        }
        slackLimits = on;
        changes++;
    }

    /** Semaphore answers everything with 503, or does what it should. */
    public synchronized void semaphoreDown(boolean on) {
        semaphore.heal();
        if (on) {
            semaphore.fault(dev.signalman.simulator.semaphore.http.SemaphoreFault.everywhere()
                    .unavailable());
        }
        semaphoreDown = on;
        changes++;
    }

    /** Semaphore's notifications get lost on their way, or arrive. */
    public synchronized void webhooksLost(boolean on) {
        semaphore.notifications().lose(on);
        changes++;
    }

    /** Whether notifications get lost. */
    public boolean webhooksLost() {
        return semaphore.notifications().losing();
    }

    /** Whether Slack limits. */
    public synchronized boolean slackLimits() {
        return slackLimits;
    }

    /** Whether Semaphore is down. */
    public synchronized boolean semaphoreDown() {
        return semaphoreDown;
    }

    /** How often a switch was used so far. */
    public synchronized long changes() {
        return changes;
    }
}
