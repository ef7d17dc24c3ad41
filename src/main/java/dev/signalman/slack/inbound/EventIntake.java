package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.Invocation;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records events. If an event is answered with an error, Slack sends it again with the same id: immediately, after one
 * minute and after five (docs/slack.md, "Events"). So an event that the database did not take is answered with 503. The
 * last retry is acknowledged all the same, and the person is told.
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
     * Records an event.
     *
     * @param invocation the invocation that the event means; null for none
     * @param asked whether a person waits for an answer and must be told about failures
     */
    Response take(@Nullable Invocation invocation, EventContext context, boolean asked) {
        if (invocation == null) {
            return context.ack();
        }
        var first = early.consumerFor(context);
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

    /** The answer to an event that no route acknowledged: 503 if its route did not record it. */
    static Response answer(EventContext context) {
        return context.getAdditionalValues().containsKey(UNTAKEN) ? again() : context.ack();
    }

    /**
     * The id of the invocation: from Slack's {@code event_id}, which is equal in all retries, else from
     * {@code otherwise}.
     */
    static String id(EventsApiPayload<?> payload, @Nullable String... otherwise) {
        var id = payload.getEventId();
        return "event:" + (id != null && USUAL_ID.matcher(id).matches() ? id : StableId.name(otherwise));
    }

    private static Response again() {
        return Response.builder().statusCode(503).body("").build();
    }
}
