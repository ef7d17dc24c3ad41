package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.feature.polling.PollInterval;
import dev.signalman.subject.ProjectsWithSubscribers;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports what the webhook secret gives, and what its absence costs. It shows neither the secret nor its length. Only a
 * running bot knows subscriptions made in Slack; otherwise those of the file count.
 */
final class WebhookCheck implements Check {
    private static final String SECRET = "Semaphore's webhook secret";
    private static final int SHORTEST = 16;

    private final @Nullable String secret;
    private final boolean subscribedInTheFile;
    private final Provider<ProjectsWithSubscribers> subscribed;
    private final PollInterval pollInterval;

    /** Watched projects are read only in a running bot, since they are in its database. */
    @Inject
    WebhookCheck(Configuration configuration, Provider<ProjectsWithSubscribers> subscribed, PollInterval pollInterval) {
        this.secret = configuration.webhookSecret();
        this.subscribedInTheFile = !configuration.subscriptions().all().isEmpty();
        this.subscribed = subscribed;
        this.pollInterval = pollInterval;
    }

    @Override
    public String about() {
        return SECRET;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (secret == null) {
            return List.of(none(subscribedInTheFile
                    || (checkContext.serving() && !subscribed.get().all().isEmpty())));
        }
        return List.of(
                secret.length() < SHORTEST
                        ? CheckResult.worthALook(
                                SECRET,
                                "It is so short that it can be guessed, and notifications forged.",
                                "Create one of at least " + SHORTEST
                                        + " characters, for example with openssl rand -hex 32. Set it as SEMAPHORE_WEBHOOK_SECRET here "
                                        + "and as WEBHOOK_SECRET in the secret in Semaphore.")
                        : CheckResult.fine(
                                SECRET,
                                "It is set. Whether Semaphore uses the same one shows at the next notification."));
    }

    private CheckResult none(boolean subscribed) {
        var words = "It isn't set, so /semaphore/webhook answers 404";
        return subscribed
                ? CheckResult.worthALook(
                        SECRET,
                        words + ", and builds are only found by polling, every "
                                + pollInterval.every().toSeconds() + " seconds.",
                        "To post builds immediately, set SEMAPHORE_WEBHOOK_SECRET and turn on Semaphore's notifications.")
                : CheckResult.fine(SECRET, words + ". No channel is subscribed, so none is needed.");
    }
}
