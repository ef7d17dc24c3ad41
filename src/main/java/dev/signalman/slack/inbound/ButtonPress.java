package dev.signalman.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pressed button or a chosen option.
 *
 * @param value what the button holds: a line, or the reference of a stored one
 * @param responseUrl trusted; null for none. It is never logged
 */
record ButtonPress(
        String id,
        Actor actor,
        Place place,
        String value,
        Origin.Pressed origin,
        @Nullable String responseUrl) {
    private static final String COMMAND = "command:";
    private static final Pattern CARD_BLOCK = Pattern.compile("(.+?)(?:@(\\d{1,9}))?:\\d+", Pattern.DOTALL);

    private static final Pattern CONVERSATION = Pattern.compile("[CDG][A-Z0-9]{2,40}");

    /** Reads a payload with one action; null if it holds no command, e.g. for a button that only opens a link. */
    static @Nullable ButtonPress read(BlockActionPayload payload, ResponseUrlAllowlist urls) {
        var action = payload.getActions().get(0);
        var user = payload.getUser();
        var channel = channel(payload);
        if (action == null
                || action.getActionId() == null
                || !action.getActionId().startsWith(COMMAND)
                || user == null
                || user.getId() == null
                || channel == null) {
            return null;
        }
        return new ButtonPress(
                id(payload, action),
                InboundText.actor(user.getId(), user.getTeamId(), user.getName(), user.getUsername()),
                new Place(channel, thread(payload)),
                value(action),
                pressed(payload, action),
                urls.trusted(payload.getResponseUrl()));
    }

    Invocation invocation(String line, Instant now) {
        return new Invocation(id, actor, place, line, origin, now, responseUrl);
    }

    @Override
    public String toString() {
        return "ButtonPress[" + id + "]";
    }

    private static String id(BlockActionPayload payload, Action action) {
        return "press:"
                + StableId.name(
                        payload.getTriggerId(),
                        action.getActionTs(),
                        action.getActionId(),
                        action.getBlockId(),
                        payload.getUser().getId(),
                        message(payload),
                        action.getActionTs() == null && payload.getTriggerId() == null ? value(action) : null);
    }

    private static @Nullable String channel(BlockActionPayload payload) {
        return InboundText.first(
                payload.getChannel() == null ? null : payload.getChannel().getId(),
                payload.getContainer() == null ? null : payload.getContainer().getChannelId(),
                homeOf(payload));
    }

    /** The channel for presses on the home tab, which cannot show answers; its metadata names the channel. */
    private static @Nullable String homeOf(BlockActionPayload payload) {
        var view = payload.getView();
        if (view == null || !"home".equals(view.getType()) || view.getPrivateMetadata() == null) {
            return null;
        }
        return CONVERSATION.matcher(view.getPrivateMetadata()).matches() ? view.getPrivateMetadata() : null;
    }

    private static @Nullable String message(BlockActionPayload payload) {
        return InboundText.first(
                payload.getContainer() == null ? null : payload.getContainer().getMessageTs(),
                payload.getMessage() == null ? null : payload.getMessage().getTs());
    }

    /** The thread of the message; null in the channel. A message with replies names itself as its thread. */
    private static @Nullable String thread(BlockActionPayload payload) {
        var thread = InboundText.first(
                payload.getContainer() == null ? null : payload.getContainer().getThreadTs(),
                payload.getMessage() == null ? null : payload.getMessage().getThreadTs());
        return thread == null || thread.equals(message(payload)) ? null : thread;
    }

    private static String value(Action action) {
        var chosen = action.getSelectedOption();
        return InboundText.text(chosen == null ? action.getValue() : chosen.getValue());
    }

    private static String label(Action action) {
        var chosen = action.getSelectedOption();
        if (chosen != null) {
            return InboundText.text(
                    chosen.getText() == null ? null : chosen.getText().getText());
        }
        return InboundText.text(
                action.getText() == null ? null : action.getText().getText());
    }

    private static Origin.Pressed pressed(BlockActionPayload payload, Action action) {
        if (payload.getView() == null && action.getBlockId() != null) {
            var block = CARD_BLOCK.matcher(action.getBlockId());
            if (block.matches()) {
                int drawing = block.group(2) == null ? 0 : Integer.parseInt(block.group(2));
                return new Origin.Pressed(block.group(1), drawing, label(action), ephemeral(payload));
            }
        }
        return new Origin.Pressed(null, 0, label(action), ephemeral(payload));
    }

    private static boolean ephemeral(BlockActionPayload payload) {
        return payload.getContainer() != null && payload.getContainer().isEphemeral();
    }
}
