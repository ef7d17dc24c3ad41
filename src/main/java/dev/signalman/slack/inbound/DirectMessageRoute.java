package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageEvent;
import java.time.InstantSource;

/** Takes what people write to the bot in their direct message with it, where Slack tells of no mention. */
final class DirectMessageRoute implements BoltEventHandler<MessageEvent> {
    private final EventIntake events;
    private final InstantSource clock;

    DirectMessageRoute(EventIntake events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Response apply(EventsApiPayload<MessageEvent> payload, EventContext context) {
        var invocation = Mention.readDirect(payload, clock.instant());
        return invocation == null ? context.ack() : events.take(invocation, context, true);
    }
}
