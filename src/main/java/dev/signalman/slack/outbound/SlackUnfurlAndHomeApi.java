package dev.signalman.slack.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.signalman.chat.RenderedCard;
import dev.signalman.chat.UnfurlAndHomeApi;
import jakarta.inject.Inject;
import okhttp3.FormBody;

/** Shows link previews and home tabs, by {@code chat.unfurl} and {@code views.publish}. */
public final class SlackUnfurlAndHomeApi implements UnfurlAndHomeApi {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final SlackWebApi slack;

    @Inject
    public SlackUnfurlAndHomeApi(SlackWebApi slack) {
        this.slack = slack;
    }

    @Override
    public void unfurl(String channel, String message, String link, RenderedCard renderedCard) {
        var unfurls = JSON.createObjectNode();
        unfurls.putObject(link).putRawValue("blocks", new RawValue(renderedCard.blocks()));
        slack.call(
                SlackMethod.UNFURL,
                new FormBody.Builder()
                        .add("channel", channel)
                        .add("ts", message)
                        .add("unfurls", written(unfurls))
                        .build());
    }

    @Override
    public void publish(String userId, String channel, RenderedCard renderedCard) {
        var view = JSON.createObjectNode().put("type", "home").put("private_metadata", channel);
        view.putRawValue("blocks", new RawValue(renderedCard.blocks()));
        slack.call(
                SlackMethod.PUBLISH,
                new FormBody.Builder()
                        .add("user_id", userId)
                        .add("view", written(view))
                        .build());
    }

    private static String written(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("What is shown could not be written as JSON", broken);
        }
    }
}
