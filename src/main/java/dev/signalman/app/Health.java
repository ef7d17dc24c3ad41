package dev.signalman.app;

import dev.signalman.journal.Backlog;
import dev.signalman.journal.Spine;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import jakarta.inject.Inject;
import java.util.List;

/** Says whether the process lives, and whether it can take work. An outage of Slack or Semaphore is no reason to take it away. */
final class Health {
    private final Spine spine;
    private final Meters meters;

    @Inject
    Health(Spine spine, Backlog backlog, Meters meters) {
        this.spine = spine;
        this.meters = meters;
        meters.gauge("signalman.queue.due", backlog::due);
        meters.gauge("signalman.queue.oldest.seconds", () -> backlog.oldest().toMillis() / 1000.0);
        meters.gauge("signalman.cards.unshown", backlog::unshown);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/health/live", call -> Reply.text(200, "alive")),
                Route.of("GET", "/health/ready", call -> ready()),
                Route.of("GET", "/metrics", call -> metrics()));
    }

    private Reply ready() {
        return spine.databaseAnswers()
                ? Reply.text(200, "ready")
                : Reply.text(503, "not ready: the database does not answer");
    }

    private Reply metrics() {
        var text = Reply.text(200, meters.scrape());
        return new Reply(200, "text/plain; version=0.0.4; charset=utf-8", text.headers(), text.body());
    }
}
