package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageChangedEvent;
import java.time.InstantSource;

/** Takes what people change in a message that they wrote to the bot directly, say a typo. */
final class MessageChangedRoute implements BoltEventHandler<MessageChangedEvent> {
    private final EventIntake events;
    private final InstantSource clock;

    MessageChangedRoute(EventIntake events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Response apply(EventsApiPayload<MessageChangedEvent> payload, EventContext context) {
        var invocation = Mention.readCorrected(payload, clock.instant());
        return invocation == null ? context.ack() : events.take(invocation, context, true);
    }
}
