package dev.signalman.slack.socket;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One connection to Slack, from its opening to its end. */
final class SlackSocket extends WebSocketListener {
    private static final int NOTHING_WRONG = 1000;

    private final BiConsumer<SlackSocket, String> heard;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private volatile @Nullable WebSocket line;
    private volatile @Nullable String ended;
    private volatile @Nullable String goodbye;

    /** Creates a closed socket; {@code heard} receives each text, on a thread that must not block. */
    SlackSocket(BiConsumer<SlackSocket, String> heard) {
        this.heard = heard;
    }

    /**
     * Connects, and waits for Slack's hello.
     *
     * @param client sends pings, and closes a connection without pongs
     * @param address a capability
     * @throws IOException when there is no hello in time; the message does not contain the address
     */
    void open(OkHttpClient client, String address, long millis) throws IOException, InterruptedException {
        line = client.newWebSocket(new Request.Builder().url(address).build(), this);
        if (!greeted.await(millis, TimeUnit.MILLISECONDS)) {
            throw new IOException("Slack did not say hello");
        }
        var why = ended;
        if (why != null) {
            throw new IOException(why);
        }
    }

    @Override
    public void onMessage(WebSocket line, String text) {
        heard.accept(this, text);
    }

    @Override
    public void onClosing(WebSocket line, int code, String reason) {
        line.close(NOTHING_WRONG, null);
        end("the connection was lost");
    }

    @Override
    public void onFailure(WebSocket line, Throwable broken, @Nullable Response response) {
        // The exception's message may contain the address, which is a capability.
        end(
                response == null
                        ? "the connection was lost, " + broken.getClass().getSimpleName()
                        : "the connection was not opened, HTTP " + response.code());
    }

    private void end(String why) {
        ended = why;
        greeted.countDown();
    }

    /** Slack said hello: from now on it delivers. */
    void greeted() {
        greeted.countDown();
    }

    void saidGoodbye(String reason) {
        goodbye = reason;
    }

    @Nullable
    String goodbye() {
        return goodbye;
    }

    /** Why it ended, in a few words; null while it is open. */
    @Nullable
    String ended() {
        return ended;
    }

    /** Sends a text; on a broken connection it is lost. */
    void send(String text) {
        var open = line;
        if (open != null && !open.send(text)) {
            cut();
        }
    }

    /** Closes it after pending texts, if it is open. */
    void cut() {
        if (ended == null) {
            end("it was closed");
        }
        var open = line;
        if (open != null) {
            open.close(NOTHING_WRONG, null);
        }
    }
}
