package dev.signalman.slack.inbound;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import dev.signalman.slack.inbound.BoltRequestReader.Parsed;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that are known to come from Slack, over any transport. */
public final class SlackRequestHandler implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRequestHandler.class);

    private final App app;
    private final BoltRequestReader reader;
    private final EarlyResponse early;
    private final SlackAnswerObserver answers;

    SlackRequestHandler(App app, EarlyResponse early, SlackAnswerObserver answers) {
        this.app = app;
        this.reader = new BoltRequestReader(app.config());
        this.early = early;
        this.answers = answers;
    }

    /** Answers without an early response: takes as long as the database does. */
    @Override
    public Reply answer(HttpCall call) throws Exception {
        return answer(call, reply -> {});
    }

    @Override
    public Reply answer(HttpCall call, Consumer<Reply> first) throws Exception {
        long began = System.nanoTime();
        var kind = SlackRequestKind.OTHER.word();
        int status = 500;
        try {
            var parsed = parse(call);
            kind = parsed.kind().word();
            var reply = early.during(parsed.requests(), response -> first.accept(reply(response)), () -> run(parsed));
            status = reply.status();
            return reply;
        } finally {
            answers.answered(kind, status, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Parsed parse(HttpCall call) {
        try {
            return reader.read(call);
        } catch (RuntimeException misshapen) {
            warn(misshapen);
            return new Parsed(SlackRequestKind.OTHER, List.of());
        }
    }

    /** Whether Slack's classes threw it: they parse parts of a payload only in the route, and expect every part. */
    private static boolean isOfReading(RuntimeException broken) {
        return Stream.of(broken.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java."))
                .findFirst()
                .filter(name -> name.startsWith("com.slack.api.") || name.startsWith("com.google.gson."))
                .isPresent();
    }

    /** Logs neither the message nor the trace, since both may quote the body. */
    private static void warn(RuntimeException misshapen) {
        LOG.warn(
                "A request from Slack could not be read: {}",
                misshapen.getClass().getSimpleName());
    }

    private Reply run(Parsed parsed) throws Exception {
        if (parsed.kind() == SlackRequestKind.UNHEARD_EVENT) {
            return Reply.bare(200, ""); // otherwise Slack sends it three more times
        }
        if (parsed.kind() == SlackRequestKind.APP_RATE_LIMITED) {
            LOG.warn("Slack is dropping events (app_rate_limited): this workspace sent more than 30,000 in an "
                    + "hour. Mentions, links and opened home tabs of this minute are lost; commands and buttons "
                    + "are not");
            return Reply.bare(200, "");
        }
        var reply = Reply.text(404, "Nothing handles this");
        try {
            for (var request : parsed.requests()) {
                reply = reply(app.run(request));
            }
        } catch (RuntimeException broken) {
            if (!isOfReading(broken)) {
                throw broken;
            }
            warn(broken);
            return Reply.bare(200, ""); // a retry would be as malformed
        }
        return reply;
    }

    private static Reply reply(Response response) {
        var body = response.getBody() == null ? "" : response.getBody();
        if (body.isEmpty()) {
            return Reply.bare(response.getStatusCode(), "");
        }
        return response.getContentType().startsWith("application/json")
                ? Reply.json(response.getStatusCode(), body)
                : Reply.text(response.getStatusCode(), body);
    }
}
