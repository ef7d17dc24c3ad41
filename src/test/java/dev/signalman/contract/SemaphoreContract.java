package dev.signalman.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated organization with a project {@code web}, accessed through the port as alice. */
abstract class SemaphoreContract {
    static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");
    static final String NOBODY = "6f2d3c1a-0000-4000-8000-000000000000";

    final SettableClock clock = new SettableClock(START);
    SimulatedSemaphore simulated;
    SimulatedProject web;
    Semaphore semaphore;

    @BeforeEach
    void open() throws IOException {
        simulated = SimulatedSemaphore.start(clock);
        web = simulated.addProject("web");
        semaphore = new FeignSemaphore(
                new SemaphoreConnection(
                        URI.create(simulated.url()),
                        new Credential(simulated.token("alice")),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(1)),
                (operation, outcome, took) -> {});
    }

    @AfterEach
    void close() {
        simulated.close();
    }

    Semaphore as(String login) {
        return semaphore.as(new Credential(simulated.token(login)));
    }

    StartedWorkflow push(String message) {
        return simulated.push("web", "main", message, "alice");
    }

    /** Pushes a pipeline of web that passes. */
    StartedWorkflow passed() {
        var started = push("Round invoices half-even");
        simulated.finish(started.pipelineId());
        return started;
    }

    /** Pushes a pipeline of web whose only job fails. */
    StartedWorkflow failed() {
        var started = push("Break it");
        simulated.begin(started.pipelineId());
        clock.advance(Duration.ofSeconds(2));
        simulated.failJob(started.pipelineId(), "Test", "Test", 1, "boom\n");
        return started;
    }

    void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    static SemaphoreException failure(ThrowingCallable call) {
        return catchThrowableOfType(SemaphoreException.class, call);
    }
}
