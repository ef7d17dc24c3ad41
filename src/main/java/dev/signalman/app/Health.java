package dev.signalman.app;

import dev.signalman.app.config.Reload;
import dev.signalman.journal.Backlog;
import dev.signalman.journal.Spine;
import dev.signalman.slack.socket.SocketMode;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether the process lives, and whether it can take work. An outage of Slack or Semaphore is no reason to take it away. */
final class Health {
    private final Spine spine;
    private final Optional<SocketMode> socket;
    private final Meters meters;

    @Inject
    Health(Spine spine, Backlog backlog, Optional<SocketMode> socket, Meters meters, Reload reload) {
        this.spine = spine;
        this.socket = socket;
        this.meters = meters;
        meters.gauge("signalman.queue.due", backlog::due);
        meters.gauge("signalman.queue.oldest.seconds", () -> backlog.oldest().toMillis() / 1000.0);
        meters.gauge("signalman.cards.unshown", backlog::unshown);
        meters.gauge(
                "signalman.cards.oldest.seconds", () -> backlog.oldestUnshown().toMillis() / 1000.0);
        meters.gauge(
                "signalman.configuration.read.seconds",
                () -> reload.last().since().toEpochMilli() / 1000.0);
        meters.gauge(
                "signalman.configuration.faults", () -> reload.last().faults().size());
        socket.ifPresent(open -> meters.gauge("signalman.slack.socket.open", () -> open.trouble() == null ? 1 : 0));
    }

    List<Route> routes() {
        return List.of(
                Route.apart("GET", "/health/live", call -> Reply.text(200, "alive")),
                Route.apart("GET", "/health/ready", call -> ready()),
                Route.apart("GET", "/metrics", call -> metrics()));
    }

    private Reply ready() {
        var reasons = new ArrayList<String>();
        if (!spine.databaseAnswers()) {
            reasons.add("the database does not answer");
        }
        socket.map(SocketMode::trouble).ifPresent(why -> reasons.add("Slack's socket is not open, " + why));
        return reasons.isEmpty()
                ? Reply.text(200, "ready")
                : Reply.text(503, "not ready: " + String.join("; ", reasons));
    }

    private Reply metrics() {
        var text = Reply.text(200, meters.scrape());
        return new Reply(200, "text/plain; version=0.0.4; charset=utf-8", text.headers(), text.body());
    }
}
