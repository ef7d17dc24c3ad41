package dev.signalman.slack.inbound;

import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A press, for Bolt to route. It is read with one shared Gson that leaves out what nobody asks for, first of all the pressed
 * message's blocks; Bolt's own builds a Gson for each press, which costs more than all the rest (docs/slack.md).
 */
final class ButtonPressRequest extends BlockActionRequest {
    private static final Gson GSON = GsonFactory.createSnakeCase()
            .newBuilder()
            .addDeserializationExclusionStrategy(new Unasked())
            .create();

    private final BlockActionPayload payload;

    private ButtonPressRequest(BlockActionPayload payload, RequestHeaders headers) {
        super("", null, headers);
        this.payload = payload;
    }

    /**
     * Reads a payload.
     *
     * @return one for each action; Bolt routes none of a payload that holds several
     * @throws com.google.gson.JsonParseException when it is not shaped as Slack shapes it
     */
    static List<ButtonPressRequest> read(String json, RequestHeaders headers) {
        var requests = new ArrayList<ButtonPressRequest>(1);
        var payload = GSON.fromJson(json, BlockActionPayload.class);
        var actions = payload.getActions() == null ? List.<BlockActionPayload.Action>of() : payload.getActions();
        for (var action : actions) {
            payload.setActions(List.of(action));
            requests.add(new ButtonPressRequest(payload, headers));
            payload = actions.size() > requests.size() ? GSON.fromJson(json, BlockActionPayload.class) : payload;
        }
        return requests;
    }

    @Override
    public BlockActionPayload getPayload() {
        return payload;
    }

    @Override
    public String toString() {
        return "ButtonPressRequest";
    }

    private static final class Unasked implements ExclusionStrategy {
        private static final Set<String> OF_VIEW = Set.of("id", "hash", "type", "privateMetadata");
        private static final Set<String> OF_MESSAGE = Set.of("ts", "threadTs");
        private static final Set<String> OF_PAYLOAD = Set.of(
                "team", "user", "container", "channel", "message", "view", "triggerId", "responseUrl", "actions");
        private static final Set<String> OF_ACTION =
                Set.of("actionId", "blockId", "text", "value", "actionTs", "selectedOption");

        @Override
        public boolean shouldSkipField(FieldAttributes field) {
            var owner = field.getDeclaringClass();
            var name = field.getName();
            if (owner == Message.class) {
                return !OF_MESSAGE.contains(name);
            }
            if (owner == View.class) {
                return !OF_VIEW.contains(name);
            }
            if (owner == BlockActionPayload.class) {
                return !OF_PAYLOAD.contains(name);
            }
            return owner == BlockActionPayload.Action.class && !OF_ACTION.contains(name);
        }

        @Override
        public boolean shouldSkipClass(Class<?> type) {
            return false;
        }
    }
}
