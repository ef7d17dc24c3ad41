package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import java.time.InstantSource;

/** Takes {@code @Signalman …}, which unlike the slash command works in threads. */
final class AppMentionRoute implements BoltEventHandler<AppMentionEvent> {
    private final EventIntake events;
    private final InstantSource clock;

    AppMentionRoute(EventIntake events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Response apply(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        var invocation = Mention.read(payload, clock.instant());
        return invocation == null ? context.ack() : events.take(invocation, context, true);
    }
}
