package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.web.Route;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Controls of the demo: time, faults, the bot's life. */
final class DemoControls {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final DemoEnvironment demo;

    DemoControls(DemoEnvironment demo) {
        this.demo = demo;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                Route.of("POST", PageRequestFilter.PATH + "time", pageRequestFilter.deed(this::time)),
                Route.of("POST", PageRequestFilter.PATH + "faults", pageRequestFilter.deed(this::faults)),
                Route.of("POST", PageRequestFilter.PATH + "bot", pageRequestFilter.deed(this::bot)));
    }

    private ObjectNode time(PageRequest pageRequest) {
        var speed = pageRequest.number("speed");
        var paused = pageRequest.switched("paused");
        var step = pageRequest.textIfAny("step").map(text -> duration("step", text));
        var skip = pageRequest.textIfAny("skip").map(text -> duration("skip", text));
        if (speed.isPresent() && !ClockSpeed.isOne(speed.get())) {
            throw BadPageRequestException.wrong("\"speed\" is a number " + ClockSpeed.RANGE + ".");
        }
        speed.ifPresent(demo.clock()::speed);
        paused.ifPresent(demo.clock()::pause);
        step.ifPresent(demo.clock()::step);
        skip.ifPresent(demo.clock()::skip);
        return PageJson.object();
    }

    private static Duration duration(String name, String text) {
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(A_DAY) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            // reported below, together with those that are too long
        }
        throw BadPageRequestException.wrong("\"" + name + "\" is a duration of a day at most, such as PT30S.");
    }

    private ObjectNode faults(PageRequest pageRequest) {
        var webhooks = pageRequest.switched("webhooksLost");
        var slack = pageRequest.switched("slackLimits");
        var semaphore = pageRequest.switched("semaphoreDown");
        webhooks.ifPresent(demo.troubles()::webhooksLost);
        slack.ifPresent(demo.troubles()::slackLimits);
        semaphore.ifPresent(demo.troubles()::semaphoreDown);
        return PageJson.object();
    }

    private ObjectNode bot(PageRequest pageRequest) {
        switch (pageRequest.text("do")) {
            case "kill" -> {
                if (!demo.bot().kill()) {
                    throw BadPageRequestException.notNow("The bot is dead already.");
                }
            }
            case "start" -> {
                if (!start()) {
                    throw BadPageRequestException.notNow("The bot runs already.");
                }
            }
            case "restart" -> restart();
            default -> throw BadPageRequestException.wrong("\"do\" is \"kill\", \"start\" or \"restart\".");
        }
        return PageJson.object();
    }

    private boolean start() {
        try {
            return demo.bot().start();
        } catch (ClosedDatabaseException closed) {
            throw noStart(closed);
        }
    }

    private void restart() {
        try {
            demo.bot().restart();
        } catch (ClosedDatabaseException closed) {
            throw noStart(closed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw BadPageRequestException.notNow("The playground is stopping.");
        }
    }

    private static BadPageRequestException noStart(ClosedDatabaseException closed) {
        return BadPageRequestException.notNow(
                "The bot does not start, since its database cannot be opened: " + closed.getMessage());
    }
}
