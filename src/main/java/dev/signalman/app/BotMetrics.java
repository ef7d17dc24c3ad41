package dev.signalman.app;

import dev.signalman.dispatch.ActMeter;
import dev.signalman.dispatch.ActResult;
import dev.signalman.engine.cards.CardMetrics;
import dev.signalman.engine.intake.IntakeMetrics;
import dev.signalman.semaphore.http.SemaphoreCallObserver;
import dev.signalman.slack.inbound.SlackAnswerObserver;
import dev.signalman.slack.outbound.SlackCallObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts what happens, under names that begin with {@code signalman}; no label ever holds an id or a name. */
final class BotMetrics
        implements SemaphoreCallObserver, SlackCallObserver, SlackAnswerObserver, CardMetrics, IntakeMetrics, ActMeter {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Counts calls to Semaphore. */
    @Override
    public void called(String operation, String outcome, Duration took) {
        registry.timer("signalman.semaphore.calls", "operation", operation, "outcome", outcome)
                .record(took);
    }

    /** Counts calls to Slack, whose observer has the same signature. */
    SlackCallObserver slackCallObserver() {
        return (method, outcome, took) -> registry.timer("signalman.slack.calls", "method", method, "outcome", outcome)
                .record(took);
    }

    @Override
    public void answered(String kind, int status, Duration took) {
        registry.timer("signalman.answers", "kind", kind, "status", Integer.toString(status))
                .record(took);
    }

    @Override
    public void settled(String verb, ActResult.State state) {
        registry.counter("signalman.acts", "verb", verb, "state", state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void taken() {
        registry.counter("signalman.intake", "outcome", "taken").increment();
    }

    @Override
    public void notTaken() {
        registry.counter("signalman.intake", "outcome", "not_taken").increment();
    }

    @Override
    public void sent() {
        registry.counter("signalman.cards", "outcome", "sent").increment();
    }

    @Override
    public void posted(Duration lag) {
        lag("post", lag);
    }

    @Override
    public void updated(Duration lag) {
        lag("update", lag);
    }

    private void lag(String how, Duration lag) {
        registry.timer("signalman.cards.lag", "how", how).record(lag.isNegative() ? Duration.ZERO : lag);
    }

    @Override
    public void limited() {
        registry.counter("signalman.cards", "outcome", "limited").increment();
    }

    @Override
    public void merged(int changes) {
        registry.counter("signalman.cards", "outcome", "merged").increment(changes);
    }

    @Override
    public void plain() {
        registry.counter("signalman.cards", "outcome", "plain").increment();
    }

    @Override
    public void gaveUp() {
        registry.counter("signalman.cards", "outcome", "gave_up").increment();
    }

    /** Adds a gauge that is read with each scrape. */
    void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value, supplier -> supplier.get().doubleValue())
                .strongReference(true)
                .register(registry);
    }

    /** All metrics in Prometheus's text format. */
    String scrape() {
        return registry.scrape();
    }
}
