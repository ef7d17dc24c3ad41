package dev.signalman.slack.inbound;

import dev.signalman.slack.inbound.RequestVerifier.Verdict;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.function.Consumer;

/** Answers {@code POST /slack/events}. Nothing is parsed or logged before the signature is verified. */
public final class SlackEndpoint implements Endpoint {
    private static final int LONGEST_CERTIFICATE_CHECK = 200;

    private final RequestVerifier verifier;
    private final SlackRequestHandler slackRequestHandler;
    private final SlackAnswerObserver answers;

    SlackEndpoint(RequestVerifier verifier, SlackRequestHandler slackRequestHandler, SlackAnswerObserver answers) {
        this.verifier = verifier;
        this.slackRequestHandler = slackRequestHandler;
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
        if (isCertificateCheck(call)) {
            answers.answered(SlackRequestKind.SSL_CHECK.word(), 200, Duration.ofNanos(System.nanoTime() - began));
            return Reply.bare(200, "");
        }
        if (verifier.verify(call) == Verdict.GENUINE) {
            int status = 500;
            try {
                var reply = slackRequestHandler.answer(call, first);
                status = reply.status();
                return reply;
            } finally {
                if (status >= 500) {
                    verifier.forget(call);
                }
            }
        }
        answers.answered("refused", 401, Duration.ofNanos(System.nanoTime() - began));
        return Reply.text(401, "Missing, wrong or stale Slack signature");
    }

    /**
     * Whether this is Slack's certificate check: an unsigned POST with {@code ssl_check=1} and the old verification
     * token (docs/slack.md, "Signatures"). It is answered here and never passed on, so that it cannot bypass the
     * signature.
     */
    private static boolean isCertificateCheck(HttpCall call) {
        return call.header("x-slack-signature") == null
                && call.body().length <= LONGEST_CERTIFICATE_CHECK
                && call.text().matches("(?:token=\\w*&)?ssl_check=1(?:&token=\\w*)?");
    }
}
