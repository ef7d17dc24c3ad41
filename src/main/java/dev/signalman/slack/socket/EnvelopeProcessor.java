package dev.signalman.slack.socket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.signalman.slack.inbound.SlackRequestHandler;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers envelopes in parallel, and acknowledges each once after success, that is after intake's commit. For an
 * unacknowledged envelope the person sees Slack's own error, as for an HTTP error.
 */
final class EnvelopeProcessor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeProcessor.class);
    private static final int AT_ONCE = 64;
    private static final int MOST_WAITING = 256;
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final SlackRequestHandler slackRequestHandler;
    private final ThreadPoolExecutor readers;

    EnvelopeProcessor(SlackRequestHandler slackRequestHandler) {
        this.slackRequestHandler = slackRequestHandler;
        this.readers = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    var thread = new Thread(work, "envelope");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
    }

    /**
     * Accepts an envelope and returns at once.
     *
     * @param answer sends a text over the envelope's own socket
     */
    void take(SocketMessage.Envelope envelope, Consumer<String> answer) {
        try {
            readers.execute(() -> read(envelope, answer));
        } catch (RejectedExecutionException full) {
            LOG.warn(
                    readers.isShutdown()
                            ? "A socket message arrived too late and was ignored"
                            : "Too many socket messages are waiting, so one was not taken; Slack sends it again");
        }
    }

    private void read(SocketMessage.Envelope envelope, Consumer<String> answer) {
        var acknowledged = new AtomicBoolean();
        Consumer<Reply> acknowledge = reply -> {
            if (reply.status() == 200 && acknowledged.compareAndSet(false, true)) {
                answer.accept(acknowledgement(envelope, reply));
            }
        };
        try {
            acknowledge.accept(slackRequestHandler.answer(envelope.call(), acknowledge));
        } catch (Exception broken) {
            LOG.error("A socket message from Slack was not taken; Slack sends it again", broken);
        }
    }

    private static String acknowledgement(SocketMessage.Envelope envelope, Reply reply) {
        var text = new String(reply.body(), StandardCharsets.UTF_8);
        var message = new JsonObject();
        message.addProperty("envelope_id", envelope.id());
        if (envelope.takesAnswer() && !text.isEmpty()) {
            message.add("payload", payload(reply, text));
        }
        return message.toString();
    }

    private static JsonObject payload(Reply reply, String text) {
        var type = reply.contentType();
        if (type != null && type.startsWith("application/json")) {
            return JsonParser.parseString(text).getAsJsonObject();
        }
        var words = new JsonObject();
        words.addProperty("text", text);
        return words;
    }

    /** Accepts nothing more, and waits until accepted envelopes are acknowledged. */
    @Override
    public void close() {
        readers.shutdown();
        try {
            if (!readers.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some socket messages were not acknowledged; accepted ones are handled after the next start");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
