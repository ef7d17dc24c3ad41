package dev.signalman.playground;

import dev.signalman.playground.stage.DemoClock;
import dev.signalman.simulator.SimulatedSemaphore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The organization's history before the demo starts: some of it hours ago, some just begun. */
final class DemoHistory {
    /** How far back it goes. */
    static final Duration LENGTH = Duration.ofHours(5);

    private static final Duration WHOLE_RUN = Duration.ofMinutes(5);
    private static final Duration DEPLOY = Duration.ofMinutes(3);
    private static final String VAT_LOG = """
            Failures:

              1) Invoice rounds VAT half-even
                 Failure/Error: expect(invoice.vat).to eq(Money.new(1_02))
                   expected: 1.02
                        got: 1.03

            12 examples, 1 failure
            """;
    private static final String PLAN_LOG = """
            Error: creating SQS Queue (orders): AccessDenied

              with aws_sqs_queue.orders,
              on queue.tf line 4, in resource "aws_sqs_queue" "orders":
            """;

    private final SimulatedSemaphore semaphore;
    private final DemoClock clock;

    /** The clock must stand still at {@link #LENGTH} before now. */
    DemoHistory(SimulatedSemaphore semaphore, DemoClock clock) {
        this.semaphore = semaphore;
        this.clock = clock;
    }

    /** Plays the history; afterwards the clock stands still at now. */
    void happen() {
        var start = clock.instant();
        var web = passes("web", "main", "Drop the old VAT table", "alice");
        promote(web, "staging", "bob", Map.of());
        promote(web, "production", "carol", Map.of("REGION", "eu"));
        var api = passes("api", "main", "Cache the exchange rates", "bob");
        promote(api, "staging", "bob", Map.of());
        promote(newest("api"), "production", "dora", Map.of());
        var infra = passes("infra", "main", "Pin the provider", "pia");
        promote(infra, "apply", "pia", Map.of("WORKSPACE", "blue"));
        semaphore.finish(newest("infra")); // nobody kept the gate then
        passes("web", "refs/tags/v2.4.0", "Release 2.4.0", "carol");
        fails("web", "feature/vat", "Ask the VAT service twice", "Test", "rspec 1 of 2", VAT_LOG);
        semaphore.stopOnTheWeb(begin("web", "pull-request-41", "Try the new card gateway", "dora"), "alice");
        goTo(start, Duration.ofHours(4));
        passes("api", "main", "Retry the card gateway", "bob");
        semaphore.stopOnTheWeb(
                semaphore
                        .push("api", "pull-request-17", "Log every refund", "carol")
                        .pipelineId(),
                "carol");
        fails("infra", "main", "Move the queue to its own host", "Plan", "terraform plan", PLAN_LOG);
        goTo(start, Duration.ofMinutes(280));
        passes("web", "main", "Round invoices half-even <!channel> & stop drifting", "alice");
        goTo(start, LENGTH.minusSeconds(40));
        semaphore.push("api", "feature/idempotent-refunds", "Make refunds idempotent", "bob");
        goTo(start, LENGTH.minusSeconds(10));
        semaphore.push("web", "feature/vat", "Ask the VAT service once", "alice");
        goTo(start, LENGTH);
    }

    private String passes(String project, String branch, String message, String login) {
        var pipeline = semaphore.push(project, branch, message, login).pipelineId();
        clock.advance(WHOLE_RUN);
        return pipeline;
    }

    private void fails(String project, String branch, String message, String block, String job, String log) {
        semaphore.failJob(begin(project, branch, message, "bob"), block, job, 1, log);
        clock.advance(Duration.ofMinutes(2));
    }

    private String begin(String project, String branch, String message, String login) {
        var pipeline = semaphore.push(project, branch, message, login).pipelineId();
        clock.advance(Duration.ofSeconds(4));
        return pipeline;
    }

    private void promote(String pipeline, String promotion, String login, Map<String, String> parameters) {
        semaphore.promoteOnTheWeb(pipeline, promotion, login, parameters);
        clock.advance(DEPLOY);
    }

    private String newest(String project) {
        var pipelines = semaphore.pipelines(project);
        return pipelines.get(pipelines.size() - 1);
    }

    private void goTo(Instant start, Duration after) {
        clock.advance(Duration.between(clock.instant(), start.plus(after)));
    }
}
