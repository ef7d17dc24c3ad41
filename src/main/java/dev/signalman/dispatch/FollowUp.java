package dev.signalman.dispatch;

import dev.signalman.command.Command;
import dev.signalman.domain.Place;
import java.time.Duration;

/** A command that the bot gives itself, now or after a delay. It becomes an ordinary invocation. */
public record FollowUp(Command command, Place place, Duration delay) {
    /** A follow-up without delay. */
    public static FollowUp now(Command command, Place place) {
        return new FollowUp(command, place, Duration.ZERO);
    }
}
