package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.Stage;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.web.Route;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What whoever tries the bot may do to the world: time, faults, the bot's own life. */
final class StageDeeds {
    private static final Duration LONGEST_STEP = Duration.ofDays(1);

    private final Stage stage;

    StageDeeds(Stage stage) {
        this.stage = stage;
    }

    List<Route> routes(Manners manners) {
        return List.of(
                Route.of("POST", Face.PATH + "time", manners.deed(this::time)),
                Route.of("POST", Face.PATH + "faults", manners.deed(this::faults)),
                Route.of("POST", Face.PATH + "bot", manners.deed(this::bot)));
    }

    private ObjectNode time(Asked asked) {
        var speed = asked.number("speed");
        var paused = asked.switched("paused");
        var step = asked.textIfAny("step").map(StageDeeds::step);
        if (speed.isPresent() && !Speed.isOne(speed.get())) {
            throw Mistake.wrong("\"speed\" is a number " + Speed.RANGE + ".");
        }
        speed.ifPresent(stage.clock()::speed);
        paused.ifPresent(stage.clock()::pause);
        step.ifPresent(stage.clock()::step);
        return Json.object();
    }

    private static Duration step(String text) {
        try {
            var step = Duration.parse(text);
            if (!step.isNegative() && step.compareTo(LONGEST_STEP) <= 0) {
                return step;
            }
        } catch (DateTimeParseException malformed) {
            // said below, as for one that is too long
        }
        throw Mistake.wrong("\"step\" is a duration of a day at most, such as PT30S.");
    }

    private ObjectNode faults(Asked asked) {
        var webhooks = asked.switched("webhooksLost");
        var slack = asked.switched("slackLimits");
        var semaphore = asked.switched("semaphoreDown");
        webhooks.ifPresent(stage.troubles()::webhooksLost);
        slack.ifPresent(stage.troubles()::slackLimits);
        semaphore.ifPresent(stage.troubles()::semaphoreDown);
        return Json.object();
    }

    private ObjectNode bot(Asked asked) {
        switch (asked.text("do")) {
            case "kill" -> {
                if (!stage.bot().kill()) {
                    throw Mistake.notNow("The bot is dead already.");
                }
            }
            case "start" -> {
                if (!start()) {
                    throw Mistake.notNow("The bot runs already.");
                }
            }
            case "restart" -> {
                stage.bot().kill();
                start();
            }
            default -> throw Mistake.wrong("\"do\" is \"kill\", \"start\" or \"restart\".");
        }
        return Json.object();
    }

    private boolean start() {
        try {
            return stage.bot().start();
        } catch (ClosedDatabaseException closed) {
            throw Mistake.notNow("The bot does not start, since its database cannot be opened: " + closed.getMessage());
        }
    }
}
