package dev.signalman.simulator.semaphore;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned job.
 *
 * @param waits time in the queue before it starts
 * @param takes running time; null until it is told to end
 * @param log output of its last command
 * @param selfHosted whether it runs on a self-hosted agent, whose log is on another host
 * @param neverStarts why it fails before it starts ({@code ""} without a reason); null when it starts
 */
public record JobPlan(
        String name,
        Duration waits,
        @Nullable Duration takes,
        SimulatedResult outcome,
        int exitCode,
        String log,
        List<String> commands,
        boolean selfHosted,
        @Nullable String neverStarts) {

    public JobPlan {
        commands = List.copyOf(commands);
    }

    /** A job that waits one second, runs half a minute on a cloud machine, and passes. */
    public static JobPlan job(String name) {
        return new JobPlan(
                name,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                SimulatedResult.PASSED,
                0,
                name + ": all well\n",
                List.of("checkout", "make test"),
                false,
                null);
    }

    public JobPlan waits(Duration time) {
        return new JobPlan(name, time, takes, outcome, exitCode, log, commands, selfHosted, neverStarts);
    }

    public JobPlan takes(Duration time) {
        return new JobPlan(name, waits, time, outcome, exitCode, log, commands, selfHosted, neverStarts);
    }

    /** Runs until it is told to end. */
    public JobPlan runsUntilTold() {
        return new JobPlan(name, waits, null, outcome, exitCode, log, commands, selfHosted, neverStarts);
    }

    public JobPlan prints(String text) {
        return new JobPlan(name, waits, takes, outcome, exitCode, text, commands, selfHosted, neverStarts);
    }

    public JobPlan commands(String... lines) {
        return new JobPlan(name, waits, takes, outcome, exitCode, log, List.of(lines), selfHosted, neverStarts);
    }

    /** Makes its last command print {@code text} and end with {@code code}, which is not 0. */
    public JobPlan fails(int code, String text) {
        return new JobPlan(name, waits, takes, SimulatedResult.FAILED, code, text, commands, selfHosted, neverStarts);
    }

    public JobPlan onOwnAgent() {
        return new JobPlan(name, waits, takes, outcome, exitCode, log, commands, true, neverStarts);
    }

    /** Whether its first command asks at the gate of a bot. */
    public boolean asksAtAGate() {
        return !commands.isEmpty()
                && commands.get(0).contains("curl ")
                && commands.get(0).contains("/gate");
    }

    /** Fails without ever getting a machine. */
    public JobPlan failsBeforeStart(String reason) {
        return new JobPlan(name, waits, takes, SimulatedResult.FAILED, exitCode, log, commands, selfHosted, reason);
    }
}
