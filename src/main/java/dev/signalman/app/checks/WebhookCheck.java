package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the secret of Semaphore's notifications is good for. It is not told, nor how long it is. */
final class WebhookCheck implements Check {
    private static final String SECRET = "Semaphore's webhook secret";
    private static final int SHORTEST = 16;

    private final @Nullable String secret;

    @Inject
    WebhookCheck(Configuration configuration) {
        this.secret = configuration.webhookSecret();
    }

    @Override
    public String about() {
        return SECRET;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        if (secret == null) {
            return List.of(Finding.fine(
                    SECRET,
                    "None is set, so /semaphore/webhook answers 404: I hear of pipelines only by asking for them."));
        }
        return List.of(
                secret.length() < SHORTEST
                        ? Finding.worthALook(
                                SECRET,
                                "It is so short that it can be guessed, and notifications be made up.",
                                "Make one of at least " + SHORTEST
                                        + " characters, e.g. by: openssl rand -hex 32. Set it in "
                                        + "SEMAPHORE_WEBHOOK_SECRET, and as WEBHOOK_SECRET in the secret at Semaphore.")
                        : Finding.fine(
                                SECRET, "One is set; whether Semaphore signs with the same shows when it calls."));
    }
}
