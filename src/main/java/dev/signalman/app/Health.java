package dev.signalman.app;

import dev.signalman.app.config.ConfigurationReloader;
import dev.signalman.engine.Backlog;
import dev.signalman.engine.Lifecycle;
import dev.signalman.slack.socket.SocketMode;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports whether the process is alive, and whether it can accept work. An outage of Slack or Semaphore does not make
 * it unhealthy.
 */
final class Health {
    private final Lifecycle lifecycle;
    private final Optional<SocketMode> socket;
    private final BotMetrics botMetrics;

    @Inject
    Health(
            Lifecycle lifecycle,
            Backlog backlog,
            Optional<SocketMode> socket,
            BotMetrics botMetrics,
            ConfigurationReloader reload) {
        this.lifecycle = lifecycle;
        this.socket = socket;
        this.botMetrics = botMetrics;
        botMetrics.gauge("signalman.queue.due", backlog::due);
        botMetrics.gauge(
                "signalman.queue.oldest.seconds", () -> backlog.oldest().toMillis() / 1000.0);
        botMetrics.gauge("signalman.cards.unshown", backlog::unshown);
        botMetrics.gauge(
                "signalman.cards.oldest.seconds", () -> backlog.oldestUnshown().toMillis() / 1000.0);
        botMetrics.gauge(
                "signalman.configuration.read.seconds",
                () -> reload.last().since().toEpochMilli() / 1000.0);
        botMetrics.gauge(
                "signalman.configuration.faults", () -> reload.last().faults().size());
        socket.ifPresent(open -> botMetrics.gauge("signalman.slack.socket.open", () -> open.trouble() == null ? 1 : 0));
    }

    List<Route> routes() {
        return List.of(
                Route.apart("GET", "/health/live", call -> Reply.text(200, "alive")),
                Route.apart("GET", "/health/ready", call -> ready()),
                Route.apart("GET", "/metrics", call -> metrics()));
    }

    private Reply ready() {
        var reasons = new ArrayList<String>();
        if (!lifecycle.databaseAnswers()) {
            reasons.add("the database isn't answering");
        }
        socket.map(SocketMode::trouble).ifPresent(why -> reasons.add("Slack's socket isn't open, " + why));
        return reasons.isEmpty()
                ? Reply.text(200, "ready")
                : Reply.text(503, "not ready: " + String.join("; ", reasons));
    }

    private Reply metrics() {
        var text = Reply.text(200, botMetrics.scrape());
        return new Reply(200, "text/plain; version=0.0.4; charset=utf-8", text.headers(), text.body());
    }
}
