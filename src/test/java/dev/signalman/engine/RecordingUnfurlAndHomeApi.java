package dev.signalman.engine;

import dev.signalman.chat.RenderedCard;
import dev.signalman.chat.UnfurlAndHomeApi;

/** Records calls among the messages, e.g. {@code publish UBOB D1 hello}, and fails like the messenger. */
record RecordingUnfurlAndHomeApi(RecordingMessenger notes) implements UnfurlAndHomeApi {
    @Override
    public void unfurl(String channel, String message, String link, RenderedCard renderedCard) {
        notes.note("unfurl " + channel + " " + message + " " + link + " " + renderedCard.text());
    }

    @Override
    public void publish(String userId, String channel, RenderedCard renderedCard) {
        notes.note("publish " + userId + " " + channel + " " + renderedCard.text());
    }
}
