package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.Invocation;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in. Unlike commands and presses they are sent again, under the same id, when they are answered with an error: up to
 * three times, at once, after a minute and after five (docs/slack.md, "Events"). So what the database did not take is left to
 * that; only the last of them is acknowledged untaken, and whoever asked is told.
 */
final class EventIntake {
    private static final int LAST_RETRY = 3;
    private static final Pattern USUAL_ID = Pattern.compile("[A-Za-z0-9]{4,80}");
    private static final String UNTAKEN = "signalman.untaken";

    private final TimedIntake timedIntake;
    private final EarlyResponse early;
    private final DelayedResponses delayedResponses;

    EventIntake(TimedIntake timedIntake, EarlyResponse early, DelayedResponses delayedResponses) {
        this.timedIntake = timedIntake;
        this.early = early;
        this.delayedResponses = delayedResponses;
    }

    /**
     * Takes one in.
     *
     * @param invocation what the event means; null when that is nothing
     * @param asked whether somebody waits for an answer, and so hears that there is none yet
     */
    Response take(@Nullable Invocation invocation, EventContext context, boolean asked) {
        if (invocation == null) {
            return context.ack();
        }
        var first = early.way(context);
        var receipt = timedIntake.receive(() -> invocation, () -> first.accept(again()));
        if (receipt == Receipt.TOO_MUCH && asked) {
            delayedResponses.say(invocation.place(), invocation.actor().userId(), null, IntakeReplies.TOO_MUCH);
        }
        if (receipt != Receipt.NOT_TAKEN) {
            return context.ack();
        }
        var retry = context.getRetryNum() == null ? 0 : context.getRetryNum();
        var last = retry >= LAST_RETRY;
        if (asked && (last || retry == 0)) {
            delayedResponses.say(
                    invocation.place(),
                    invocation.actor().userId(),
                    null,
                    last ? IntakeReplies.NOT_TAKEN : IntakeReplies.NOT_TAKEN_YET);
        }
        if (last) {
            return context.ack();
        }
        context.getAdditionalValues().put(UNTAKEN, "yes");
        return again();
    }

    /** The answer to an event that no route acknowledged: an error if one did not take it. */
    static Response answer(EventContext context) {
        return context.getAdditionalValues().containsKey(UNTAKEN) ? again() : context.ack();
    }

    /** The id of an invocation: Slack's {@code event_id}, the same in each retry, or made of {@code otherwise} where Slack gives none. */
    static String id(EventsApiPayload<?> payload, @Nullable String... otherwise) {
        var id = payload.getEventId();
        return "event:" + (id != null && USUAL_ID.matcher(id).matches() ? id : StableId.name(otherwise));
    }

    private static Response again() {
        return Response.builder().statusCode(503).body("").build();
    }
}
