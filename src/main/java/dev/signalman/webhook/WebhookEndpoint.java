package dev.signalman.webhook;

import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.keyring.HexSignature;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code POST /semaphore/webhook} as soon as the hint is recorded: Semaphore waits half a second, and does not
 * retry (docs/semaphore.md, "Notifications"). It signs neither a time nor the delivery's id, so only the body identifies
 * a replay; and it sends unsigned notifications when it finds no secret, as anybody could.
 */
final class WebhookEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);

    private final HexSignature signature;
    private final HintIntake hintIntake;

    @Inject
    WebhookEndpoint(WebhookSecret secret, HintIntake hintIntake) {
        this.signature = new HexSignature(secret.value());
        this.hintIntake = hintIntake;
    }

    @Override
    public Reply answer(HttpCall call) {
        if (!signature.genuine(call.header("x-semaphore-signature-256"), call.body())) {
            return Reply.text(401, "Missing or wrong signature");
        }
        var hint = PipelineHint.in(call.body());
        if (hint.isEmpty()) {
            LOG.warn("A signed notification names no pipeline, so it was answered 400");
            return Reply.text(400, "No pipeline is named in it");
        }
        try {
            hintIntake.take(
                    "webhook:" + digest(call.body()),
                    hint.get().pipelineId(),
                    hint.get().author());
            return Reply.text(200, "Taken");
        } catch (IntakeFailedException away) {
            return Reply.text(503, "Not taken: the database isn't answering");
        }
    }

    /** Identifies a delivery by its body: the id header is not signed, so a replay could change it. */
    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
