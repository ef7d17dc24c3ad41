package dev.signalman.dispatch;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.RenderedCard;
import org.jspecify.annotations.Nullable;

/** A Slack that nobody should call. */
final class NoMessenger implements Messenger {
    @Override
    public Posted post(String channel, @Nullable String thread, RenderedCard renderedCard) {
        throw new AssertionError("posted");
    }

    @Override
    public void update(String channel, String timestamp, RenderedCard renderedCard) {
        throw new AssertionError("updated");
    }

    @Override
    public void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard) {
        throw new AssertionError("whispered");
    }

    @Override
    public void respond(String responseUrl, RenderedCard renderedCard, boolean replace) {
        throw new AssertionError("responded");
    }

    @Override
    public String channelName(String channel) {
        return "";
    }

    @Override
    public Reach reach(String channel) {
        throw new AssertionError("reached");
    }
}
